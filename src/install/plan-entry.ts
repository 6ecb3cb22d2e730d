import type { Registration } from './manifest.js';
import type { Presence } from './presence.js';
import type { SessionHook } from './session-hooks.js';

/** What is done about one entry of the settings. */
export interface EntryStep {
  remove?: Registration;
  add?: SessionHook;
  /** What the manifest says of the entry afterwards; an entry that the user wrote has none. */
  record?: Registration;
  /** Why what the user made of the entry stays. */
  keep?: string;
}

/** Decides about an entry that should be there; `presence` is that of the recorded one where there is one. */
export function planWantedEntry(
  entry: SessionHook,
  record: Registration | undefined,
  presence: Presence,
  force: boolean,
): EntryStep {
  const { event } = entry;
  if (!record) {
    if (presence === 'absent') return { add: entry };
    return presence === 'present' ? {} : { keep: `a ${event} hook of yours runs the same script` };
  }
  switch (presence) {
    case 'present':
      return isSameHook(record, entry) ? { record } : { remove: record, add: entry };
    case 'edited':
      return { keep: `you changed the ${event} hook`, record };
    case 'replaced':
      return force ? { add: entry } : { keep: `you put another ${event} hook in the place of ours`, record };
    case 'absent':
      return force ? { add: entry } : { keep: `you deleted the ${event} hook`, record };
  }
}

/** Decides about a recorded entry that should not be there any more. */
export function planUnwantedEntry(record: Registration, presence: Presence, takeEdited: boolean): EntryStep {
  const { event } = record;
  switch (presence) {
    case 'present':
    case 'absent':
      // Where the entry is gone, what it made may still be there.
      return { remove: record };
    case 'edited':
      return takeEdited ? { remove: record } : { keep: `you changed the ${event} hook, so it stays` };
    case 'replaced':
      return { keep: `another ${event} hook is in the place of ours, so it stays` };
  }
}

function isSameHook({ hook }: SessionHook, other: SessionHook): boolean {
  return hook.command === other.hook.command && hook.timeout === other.hook.timeout;
}
