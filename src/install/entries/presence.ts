import type { Entry } from './entry.js';
import { isAbout, isExactly, placesOf, rootOf } from './places.js';

/**
 * What has become of an entry: an `edited` one is still about the same script or server; a `replaced` one has something
 * else in the place where it was added.
 */
export type Presence = 'present' | 'edited' | 'replaced' | 'absent';

/** Looks up an entry in a file; `known` are all entries of ours, none of which replaces another. */
export function findPresence(
  text: string | undefined,
  entry: Entry & { position?: number | undefined },
  known: readonly Entry[],
): Presence {
  const places = placesOf(rootOf(text), entry);
  if (places.some((at) => isExactly(at, entry))) return 'present';
  const strange = places.filter((at) => !known.some((other) => other.kind === 'hook' && isExactly(at, other)));
  if (strange.some((at) => isAbout(at, entry))) return 'edited';
  const isReplaced = entry.position !== undefined && strange.some(({ position }) => position === entry.position);
  return isReplaced ? 'replaced' : 'absent';
}
