import { sha256 } from '../../transaction/files.js';
import type { ActualShared } from '../actual.js';
import type { RecordedEntry } from '../manifest.js';
import type { Obstacle, Operation } from '../plan/operation.js';
import { areAllPresent } from './all-present.js';
import { addEntries, removeEntries } from './edit.js';
import { type Entry, isSameEntry, type SharedFile } from './entry.js';
import { findFault } from './fault.js';
import { type EntryStep, planUnwantedEntry, planWantedEntry } from './plan-entry.js';
import { findPresence } from './presence.js';

export interface EntriesInput {
  file: SharedFile;
  /** Nothing, to uninstall. */
  desired: readonly Entry[];
  recorded: readonly RecordedEntry[];
  actual: ActualShared;
  force: boolean;
  uninstalls: boolean;
}

export interface EntriesPlan {
  operations: Operation[];
  /** What the manifest says of our entries afterwards. */
  entries: RecordedEntry[];
  /** The file cannot be worked on, and without it the rest would be half an installation. */
  stopped: boolean;
  obstacle?: Obstacle;
}

/** Decides about the entries of one file that are desired or recorded. */
export function planEntries(input: EntriesInput): EntriesPlan {
  const { file, desired, recorded, actual } = input;
  if (desired.length === 0 || actual.kind !== 'text' || !areAllPresent(actual.text, desired, recorded)) {
    return planEachEntry(input);
  }
  const entries = desired.flatMap((entry) => recorded.find((record) => isSameEntry(entry, record)) ?? []);
  return { operations: [{ kind: 'unchanged', path: file, reason: '', changes: [] }], entries, stopped: false };
}

/** The same for whatever is in the file. */
export function planEachEntry({ file, desired, recorded, actual, force, uninstalls }: EntriesInput): EntriesPlan {
  const all = [...desired, ...recorded];
  if (all.length === 0) return { operations: [], entries: [], stopped: false };
  if (actual.kind === 'blocked') {
    const obstacle = { path: file, by: actual.by, help: actual.help };
    return { operations: [], entries: [...recorded], stopped: true, obstacle };
  }
  const fault = faultOf(actual, all);
  if (fault !== undefined) {
    const conflict: Operation = { kind: 'conflict', path: file, reason: fault, changes: [] };
    return { operations: [conflict], entries: [...recorded], stopped: true };
  }
  const text = actual.kind === 'text' ? actual.text : undefined;
  const takeEdited = force && uninstalls;
  const steps = planSteps({ desired, recorded, force, takeEdited }, text);
  const removed = steps.flatMap(({ remove }) => remove ?? []);
  const wanted = steps.flatMap(({ add }) => add ?? []);
  const without = text === undefined ? text : removeEntries(text, removed, { edited: takeEdited }).text;
  const { text: result, added } = addEntries(without, wanted);
  const operations = steps.flatMap(({ keep }) => (keep ? keepOperation(file, keep) : []));
  if (text !== result) operations.push(changeOf(file, actual, result, { removed, added }));
  else if (operations.length === 0) {
    const [kind, reason] = uninstalls
      ? (['forget', `${OURS[file]} are already gone`] as const)
      : (['unchanged', ''] as const);
    operations.push({ kind, path: file, reason, changes: [] });
  }
  const records = [...steps.flatMap(({ record }) => record ?? []), ...added];
  return { operations, entries: inherit(records, removed), stopped: false };
}

/** What is ours in a file. */
const OURS: Record<SharedFile, string> = { '.claude/settings.json': 'our hooks', '.mcp.json': 'our servers' };

function faultOf(actual: ActualShared, entries: readonly Entry[]): string | undefined {
  if (actual.kind === 'unusable') return actual.reason;
  return actual.kind === 'text' ? findFault(actual.text, entries) : undefined;
}

function keepOperation(path: string, { reason, drift, isConflict }: NonNullable<EntryStep['keep']>): Operation {
  return { kind: isConflict ? 'conflict' : 'keep', path, reason, ...(drift ? { drift } : {}), changes: [] };
}

interface StepsInput {
  desired: readonly Entry[];
  recorded: readonly RecordedEntry[];
  force: boolean;
  takeEdited: boolean;
}

function planSteps({ desired, recorded, force, takeEdited }: StepsInput, text: string | undefined): EntryStep[] {
  const known = [...desired, ...recorded];
  const unwanted = recorded.filter((record) => !desired.some((entry) => isSameEntry(entry, record)));
  return [
    ...unwanted.map((record) => planUnwantedEntry(record, findPresence(text, record, known), takeEdited)),
    ...desired.map((entry) => {
      const record = recorded.find((candidate) => isSameEntry(entry, candidate));
      return planWantedEntry(entry, record, findPresence(text, record ?? entry, known), force);
    }),
  ];
}

function changeOf(
  path: SharedFile,
  actual: ActualShared,
  result: string | undefined,
  { removed, added }: { removed: readonly Entry[]; added: readonly Entry[] },
): Operation {
  const before = actual.kind === 'text' ? actual : undefined;
  if (result === undefined) {
    const changes = before ? [{ kind: 'remove' as const, path, before: sha256(before.text) }] : [];
    return { kind: 'remove', path, reason: `it held nothing but ${OURS[path]}`, changes };
  }
  const what = OURS[path];
  const reason =
    added.length === 0
      ? `${what} are taken out`
      : removed.length > 0
        ? `${what} are brought up to date`
        : `${what} are added`;
  const mode = before ? { bits: before.mode, exact: true } : { bits: 0o644, exact: false };
  const write = {
    kind: 'write' as const,
    path,
    content: Buffer.from(result),
    mode,
    before: before && sha256(before.text),
  };
  return { kind: before ? 'merge' : 'create', path, reason, changes: [write] };
}

/** Where an entry that goes made what others of ours are in, these have to take it with them. */
function inherit(records: readonly RecordedEntry[], gone: readonly RecordedEntry[]): RecordedEntry[] {
  return records.map((record, index) => {
    const inherited = gone.flatMap((entry) =>
      entry.made.filter((thing) => (thing === 'list' ? sharesList(entry, record) : index === 0)),
    );
    return { ...record, made: [...new Set([...record.made, ...inherited])] };
  });
}

function sharesList(one: Entry, other: Entry): boolean {
  return one.kind === 'hook' && other.kind === 'hook' && one.event === other.event;
}
