import { isDeepStrictEqual } from 'node:util';
import { elementsOf, type JsonNode, memberOf, toData } from '../jsonc/tree.js';
import type { SessionHook } from './session-hooks.js';

/** A hook in a settings file, and the group that holds it. */
export interface HookPlace {
  hook: JsonNode;
  group: JsonNode;
  /** The place of the group in its event's list. */
  position: number;
}

/** Every hook of an event; what the client would ignore is left out. */
export function hooksOf(root: JsonNode | undefined, event: string): HookPlace[] {
  return elementsOf(memberOf(memberOf(root, 'hooks'), event)).flatMap((group, position) =>
    elementsOf(memberOf(group, 'hooks')).map((hook) => ({ hook, group, position })),
  );
}

/** Whether a hook is the entry as we write it, in a group that nobody gave another matcher or anything else. */
export function isExactly({ hook, group }: HookPlace, entry: SessionHook): boolean {
  const { hooks: _, ...rest } = toData(group) as Record<string, unknown>;
  const own = entry.matcher === undefined ? {} : { matcher: entry.matcher };
  return isDeepStrictEqual(rest, own) && isDeepStrictEqual(toData(hook), entry.hook);
}

/** Whether a hook runs the script of the entry, however it does so. */
export function runsScriptOf({ hook }: HookPlace, { hook: { command } }: SessionHook): boolean {
  const script = /\.claude\/[\w./-]+/.exec(command)?.[0] ?? command;
  return JSON.stringify(toData(hook)).includes(script);
}
