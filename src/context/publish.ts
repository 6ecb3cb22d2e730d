import { existsSync } from 'node:fs';
import { addDecisions, decisionsFile, decisionsKind } from './active-decisions.js';
import { readInbox, removeFromInbox, submitOutcome } from './inbox.js';
import { rewriteJson } from './json-store.js';
import { withLock } from './lock.js';
import type { Outcome } from './schemas.js';
import { addOutcome, readDecisions, sessionStateFile, sessionStateKind } from './session-state.js';

/**
 * Publishes what became of a run. It first goes into the inbox; whoever gets the lock then writes all that wait there
 * into the session state and the active decisions. So many publishers at once cost few writes, and what a killed or
 * late one leaves in the inbox goes in with the next.
 *
 * @returns sentences for the user: files that could not be read and were kept aside
 * @throws {Error} when a later version wrote one of the files; the outcome stays in the inbox
 */
export function publishOutcome(contextFolder: string, outcome: Outcome): string[] {
  const submitted = submitOutcome(contextFolder, outcome);
  const isDone = () => !existsSync(submitted);
  return withLock(sessionStateFile(contextFolder), isDone, (assertHeld) => drain(contextFolder, assertHeld)) ?? [];
}

/** A kill between the writes and the removals has the same outcomes written again, which changes nothing. */
function drain(contextFolder: string, assertHeld: () => void): string[] {
  const { waiting, notes } = readInbox(contextFolder);
  if (waiting.length === 0) return notes;
  const outcomes = waiting.map(({ outcome }) => outcome);
  assertHeld();
  const state = rewriteJson(sessionStateFile(contextFolder), sessionStateKind, (current) =>
    outcomes.reduce(addOutcome, current),
  );
  const active = outcomes.some((outcome) => readDecisions(outcome).length > 0)
    ? rewriteJson(decisionsFile(contextFolder), decisionsKind, (current) => outcomes.reduce(addDecisions, current))
    : undefined;
  for (const entry of waiting) removeFromInbox(entry);
  return [...notes, ...[state, active].filter((note) => note !== undefined)];
}
