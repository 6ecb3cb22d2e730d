import { isDeepStrictEqual } from 'node:util';
import type { RecordedEntry } from '../manifest.js';
import { contentOf, type Entry, labelOf } from './entry.js';
import { withoutUndefined } from './places.js';
import type { Presence } from './presence.js';

/** What is done about one entry. */
export interface EntryStep {
  remove?: RecordedEntry;
  add?: Entry;
  /** What the manifest says of the entry afterwards; an entry that the user wrote has none. */
  record?: RecordedEntry;
  /** Why what the user made of the entry stays, and whether he has to decide something. */
  keep?: { reason: string; drift?: 'edited' | 'deleted'; isConflict?: true };
}

/** Decides about an entry that should be there; `presence` is that of the recorded one where there is one. */
export function planWantedEntry(
  entry: Entry,
  record: RecordedEntry | undefined,
  presence: Presence,
  force: boolean,
): EntryStep {
  const label = labelOf(entry);
  if (!record) {
    if (presence === 'present') return {};
    if (presence !== 'edited') return { add: entry };
    const reason = entry.kind === 'hook' ? `a ${entry.event} hook of yours runs the same script` : `${label} is yours`;
    return { keep: { reason } };
  }
  switch (presence) {
    case 'present':
      return isSameValue(record, entry) ? { record } : { remove: record, add: entry };
    case 'edited':
      return keepEdited(entry, record);
    case 'replaced':
      if (force) return { add: entry };
      return { keep: { reason: `you put ${otherOf(entry)} in the place of ours`, drift: 'deleted' }, record };
    case 'absent':
      return force ? { add: entry } : { keep: { reason: `you deleted ${label}`, drift: 'deleted' }, record };
  }
}

/** Decides about a recorded entry that should not be there any more. */
export function planUnwantedEntry(record: RecordedEntry, presence: Presence, takeEdited: boolean): EntryStep {
  const label = labelOf(record);
  switch (presence) {
    case 'present':
    case 'absent':
      // Where the entry is gone, what it made may still be there.
      return { remove: record };
    case 'edited':
      if (takeEdited) return { remove: record };
      return { keep: { reason: `you changed ${label}, so it stays`, drift: 'edited' } };
    case 'replaced':
      return { keep: { reason: `${otherOf(record)} is in the place of ours, so it stays`, drift: 'deleted' } };
  }
}

function otherOf(entry: Entry): string {
  return entry.kind === 'hook' ? `another ${entry.event} hook` : 'something else';
}

/** The user's edit stays; where this version has another entry he is told once, with what it is. */
function keepEdited(entry: Entry, record: RecordedEntry): EntryStep {
  const label = labelOf(entry);
  if (isSameValue(record, entry)) return { keep: { reason: `you changed ${label}`, drift: 'edited' }, record };
  const reason = `you changed ${label}, and so did this version: ${JSON.stringify(contentOf(entry))}`;
  return {
    keep: { reason, drift: 'edited', isConflict: true },
    record: { ...record, ...(withoutUndefined(entry) as Entry) } as RecordedEntry,
  };
}

function isSameValue(one: Entry, other: Entry): boolean {
  return isDeepStrictEqual(withoutUndefined(contentOf(one) as object), withoutUndefined(contentOf(other) as object));
}
