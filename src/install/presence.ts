import { parseJsonc, splitBom } from '../jsonc/tree.js';
import type { SessionHook } from './session-hooks.js';
import { hooksOf, isExactly, runsScriptOf } from './settings-tree.js';

/**
 * What has become of an entry: an `edited` one runs our script in another way; a `replaced` one has something else in
 * the place where it was added.
 */
export type Presence = 'present' | 'edited' | 'replaced' | 'absent';

/** Looks up entries in a settings file; `known` are all entries of ours, none of which replaces another. */
export function findPresence(
  text: string | undefined,
  entry: SessionHook & { position?: number },
  known: readonly SessionHook[],
): Presence {
  const places = hooksOf(parseJsonc(splitBom(text ?? '').body).root, entry.event);
  if (places.some((at) => isExactly(at, entry))) return 'present';
  const strange = places.filter((at) => !known.some((other) => isExactly(at, other)));
  if (strange.some((at) => runsScriptOf(at, entry))) return 'edited';
  return strange.some(({ position }) => position === entry.position) ? 'replaced' : 'absent';
}
