import { isDeepStrictEqual } from 'node:util';
import type { Made, RecordedEntry } from '../manifest.js';
import type { Entry, HookEntry, ServerEntry } from './entry.js';

interface Content {
  hooks?: Record<string, ReturnType<typeof groupOf>[]>;
  mcpServers?: Record<string, ServerEntry['server']>;
}

/**
 * The text of a file that holds nothing but these entries, as `addEntries` would make it of one without content: to parse what
 * is written after each of them takes longer than all other planning.
 */
export function writeEntries(entries: readonly Entry[]): { text: string; added: RecordedEntry[] } {
  const content: Content = {};
  const added: RecordedEntry[] = [];
  for (const entry of entries) {
    const made: Made[] = added.length === 0 ? ['file', 'content'] : [];
    const record = entry.kind === 'hook' ? putHook(content, entry, made) : putServer(content, entry, made);
    if (record) added.push(record);
  }
  return { text: `${JSON.stringify(content, null, 2)}\n`, added };
}

/** Undefined for one that is there already. */
function putHook(content: Content, entry: HookEntry, made: Made[]): RecordedEntry | undefined {
  if (!content.hooks) made.push('key');
  content.hooks ??= {};
  const groups = content.hooks[entry.event] ?? [];
  if (groups.length === 0) made.push('list');
  const group = groupOf(entry);
  if (groups.some((other) => isDeepStrictEqual(other, group))) return undefined;
  content.hooks[entry.event] = [...groups, group];
  return { ...entry, position: groups.length, made };
}

function putServer(content: Content, entry: ServerEntry, made: Made[]): RecordedEntry | undefined {
  if (!content.mcpServers) made.push('key');
  content.mcpServers ??= {};
  if (Object.hasOwn(content.mcpServers, entry.name)) return undefined;
  content.mcpServers[entry.name] = entry.server;
  return { ...entry, made };
}

/** A hook as a group of its own. */
export function groupOf({ matcher, hook }: HookEntry) {
  return { ...(matcher === undefined ? {} : { matcher }), hooks: [hook] };
}
