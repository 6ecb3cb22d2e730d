import { isDeepStrictEqual } from 'node:util';
import { elementsOf, type JsonNode, memberOf, parseJsonc, splitBom, toData } from '../../jsonc/tree.js';
import type { CommandHook, Entry } from './entry.js';

/** Where something stands in a file that an entry could be. */
export interface Place {
  value: JsonNode;
  /** What the value is in, and what goes with it when it goes alone: a group of hooks, a property. */
  around: JsonNode;
  /** The place of the group in its event's list. */
  position?: number;
}

/** The keys that lead to what holds an entry: a list of groups for a hook, an object for a server. */
export function containerOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'hook':
      return ['hooks', entry.event];
    case 'server':
      return ['mcpServers'];
  }
}

export function rootOf(text: string | undefined): JsonNode | undefined {
  return text === undefined ? undefined : parseJsonc(splitBom(text).body).root;
}

/** Every place that the entry could be at; what the client would ignore is left out. */
export function placesOf(root: JsonNode | undefined, entry: Entry): Place[] {
  const container = containerOf(entry).reduce<JsonNode | undefined>(memberOf, root);
  switch (entry.kind) {
    case 'hook':
      return elementsOf(container).flatMap((around, position) =>
        elementsOf(memberOf(around, 'hooks')).map((value) => ({ value, around, position })),
      );
    case 'server': {
      const value = memberOf(container, entry.name);
      return value?.parent ? [{ value, around: value.parent }] : [];
    }
  }
}

/** Whether a place holds the entry as we write it; a hook in a group that nobody gave another matcher or anything else. */
export function isExactly({ value, around }: Place, entry: Entry): boolean {
  if (entry.kind === 'server') return isDeepStrictEqual(toData(value), withoutUndefined(entry.server));
  const { hooks: _, ...rest } = toData(around) as Record<string, unknown>;
  const own = entry.matcher === undefined ? {} : { matcher: entry.matcher };
  return isDeepStrictEqual(rest, own) && isDeepStrictEqual(toData(value), withoutUndefined(entry.hook));
}

/** Whether a place is about the same thing as the entry, however it is written: the script, the server's name. */
export function isAbout({ value }: Place, entry: Entry): boolean {
  if (entry.kind === 'server') return true;
  const text = JSON.stringify(toData(value));
  return marksOf(entry.hook).every((mark) => text.includes(mark));
}

/** What a hook is known by, however else it is written. */
function marksOf({ command, args }: CommandHook): string[] {
  if (args === undefined) return [/(?<=[/}"])(?:\.claude\/)?hooks\/[\w./-]+/.exec(command)?.[0] ?? command];
  return ['hooks/agent/', JSON.stringify(args.at(-1))];
}

/** As it comes out of a file. */
export function withoutUndefined(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
