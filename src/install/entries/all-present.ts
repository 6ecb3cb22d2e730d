import { isObject } from '../../is-object.js';
import { findDepth } from '../../jsonc/scan.js';
import type { RecordedEntry } from '../manifest.js';
import { contentOf, type Entry, isSameEntry } from './entry.js';
import { MAX_DEPTH } from './fault.js';

/**
 * Whether a file has every entry just as it was recorded, and as it is desired: then there is nothing to do. It is told without a
 * tree of the file, and says no where it cannot tell: with comments, in another order of the keys.
 */
export function areAllPresent(text: string, desired: readonly Entry[], recorded: readonly RecordedEntry[]): boolean {
  if (desired.length !== recorded.length) return false;
  const areRecorded = desired.every((entry) =>
    recorded.some((record) => isSameEntry(entry, record) && isSameJson(contentOf(entry), contentOf(record))),
  );
  if (!areRecorded || findDepth(text, MAX_DEPTH) !== undefined) return false;
  const data = tryParse(text);
  return desired.every((entry) => isPresent(data, entry));
}

function isPresent(data: unknown, entry: Entry): boolean {
  switch (entry.kind) {
    case 'hook': {
      const groups = get(get(data, 'hooks'), entry.event);
      const own = entry.matcher === undefined ? {} : { matcher: entry.matcher };
      return listOf(groups).some(
        (group) =>
          isSameJson({ ...Object(group), hooks: undefined }, own) &&
          listOf(get(group, 'hooks')).some((hook) => isSameJson(hook, entry.hook)),
      );
    }
    case 'server':
      return isSameJson(get(get(data, 'mcpServers'), entry.name), entry.server);
  }
}

function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Keys in another order make it another text. */
function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
