import type { Registration } from './manifest.js';
import type { ActualSettings, Operation } from './operation.js';
import { type EntryStep, planUnwantedEntry, planWantedEntry } from './plan-entry.js';
import { findPresence } from './presence.js';
import { mergeHooks, removeHooks } from './registration.js';
import { SETTINGS_PATH, type SessionHook } from './session-hooks.js';
import { findFault } from './settings-fault.js';

export interface RegistrationInput {
  /** Nothing, to uninstall. */
  desired: readonly SessionHook[];
  recorded: readonly Registration[];
  settings: ActualSettings;
  force: boolean;
}

export interface RegistrationPlan {
  operations: Operation[];
  /** What the manifest says of our entries afterwards. */
  registrations: Registration[];
  /** The settings cannot be worked on, and without them the rest would be half an installation. */
  stopped: boolean;
}

/** Decides about the entries of the client's settings that are desired or recorded. */
export function planRegistrations({ desired, recorded, settings, force }: RegistrationInput): RegistrationPlan {
  const entries = [...desired, ...recorded];
  if (entries.length === 0) return { operations: [], registrations: [], stopped: false };
  const fault = faultOf(settings, entries);
  if (fault !== undefined) {
    const conflict: Operation = { kind: 'conflict', path: SETTINGS_PATH, reason: fault };
    return { operations: [conflict], registrations: [...recorded], stopped: true };
  }
  const text = settings.kind === 'text' ? settings.text : undefined;
  const uninstalls = desired.length === 0;
  const steps = planEntries({ desired, recorded, force, takeEdited: force && uninstalls }, text);
  const removed = steps.flatMap(({ remove }) => remove ?? []);
  const wanted = steps.flatMap(({ add }) => add ?? []);
  const without = text === undefined ? text : removeHooks(text, removed, { edited: force && uninstalls }).text;
  const { text: result, added } = mergeHooks(without, wanted);
  const kept = steps.flatMap(({ keep }) => keep ?? []);
  const operations = kept.map((reason): Operation => ({ kind: 'keep', path: SETTINGS_PATH, reason }));
  if (text !== result) operations.push(changeOf(text, result, removed.length > 0, added.length > 0));
  else if (kept.length === 0) operations.push(uninstalls ? GONE : UNCHANGED);
  const records = [
    ...steps.flatMap(({ record }) => record ?? []),
    ...added.map((entry): Registration => ({ file: SETTINGS_PATH, ...entry })),
  ];
  return { operations, registrations: inherit(records, removed), stopped: false };
}

const UNCHANGED: Operation = { kind: 'unchanged', path: SETTINGS_PATH, reason: '' };
const GONE: Operation = { kind: 'forget', path: SETTINGS_PATH, reason: 'our hooks are already gone' };

function faultOf(settings: ActualSettings, entries: readonly SessionHook[]): string | undefined {
  if (settings.kind === 'absent') return undefined;
  if (settings.kind === 'unusable') return settings.reason;
  return findFault(settings.text, [...new Set(entries.map(({ event }) => event))]);
}

function planEntries(
  { desired, recorded, force, takeEdited }: Omit<RegistrationInput, 'settings'> & { takeEdited: boolean },
  text: string | undefined,
): EntryStep[] {
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

/** A later version may give an entry another timeout; with another command it is another entry. */
function isSameEntry(one: SessionHook, other: SessionHook): boolean {
  return one.event === other.event && one.matcher === other.matcher && one.hook.command === other.hook.command;
}

function changeOf(before: string | undefined, text: string | undefined, removes: boolean, adds: boolean): Operation {
  const path = SETTINGS_PATH;
  if (text === undefined) return { kind: 'remove', path, reason: 'it held nothing but our hooks' };
  const reason = !adds
    ? 'our hooks are taken out'
    : removes
      ? 'our hooks are brought up to date'
      : 'our hooks are added';
  if (before !== undefined) return { kind: 'merge', path, before, text, reason };
  return { kind: 'create', path, file: { content: Buffer.from(text), executable: false }, reason };
}

/** Where an entry that goes made what others of ours are in, these have to take it with them. */
function inherit(records: readonly Registration[], gone: readonly Registration[]): Registration[] {
  return records.map((record, index) => {
    const inherited = gone.flatMap(({ event, made }) =>
      made.filter((thing) => (thing === 'event' ? event === record.event : index === 0)),
    );
    return { ...record, made: [...new Set([...record.made, ...inherited])] };
  });
}
