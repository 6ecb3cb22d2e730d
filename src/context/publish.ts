import { existsSync } from 'node:fs';
import { addDecisions, decisionsFile, decisionsKind } from './active-decisions.js';
import { readInbox, removeFromInbox, submitOutcome } from './inbox.js';
import { rewriteJson } from './json-store.js';
import { withLock } from './lock.js';
import { movePastTasks } from './past-tasks.js';
import type { Outcome } from './schemas/outcome.js';
import { addOutcome, readDecisions, sessionStateFile, sessionStateKind } from './session-state.js';

/**
 * Publishes what became of a run. Where the lock is not free at once, the outcome goes into the inbox; whoever gets the
 * lock writes all that wait there. So many publishers at once cost few writes, and what a killed or late one leaves in
 * the inbox goes in with the next.
 *
 * @returns sentences for the user: files that could not be read and were kept aside
 * @throws {Error} when a later version wrote one of the files
 */
export function publishOutcome(contextFolder: string, outcome: Outcome): string[] {
  let submitted: string | undefined;
  const waiting = {
    begins: () => {
      submitted = submitOutcome(contextFolder, outcome);
    },
    isOver: () => submitted !== undefined && !existsSync(submitted),
  };
  const notes = withLock(sessionStateFile(contextFolder), waiting, (assertHeld) =>
    write(contextFolder, submitted === undefined ? [outcome] : [], assertHeld),
  );
  return notes ?? [];
}

/** A kill between the writes and the removals has the same outcomes written again, which changes nothing. */
function write(contextFolder: string, own: Outcome[], assertHeld: () => void): string[] {
  const { waiting, notes } = readInbox(contextFolder);
  const outcomes = [...waiting.map(({ outcome }) => outcome), ...own];
  if (outcomes.length === 0) return notes;
  assertHeld();
  const state = rewriteJson(sessionStateFile(contextFolder), sessionStateKind, (current) =>
    movePastTasks(contextFolder, outcomes.reduce(addOutcome, current)),
  );
  const active = outcomes.some((outcome) => readDecisions(outcome).length > 0)
    ? rewriteJson(decisionsFile(contextFolder), decisionsKind, (current) => outcomes.reduce(addDecisions, current))
    : undefined;
  for (const entry of waiting) removeFromInbox(entry);
  return [...notes, ...[state, active].filter((note) => note !== undefined)];
}
