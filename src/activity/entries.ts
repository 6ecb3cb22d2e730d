import { isObject } from '../is-object.js';
import type { Entry } from './activity.js';

/**
 * The entries that a value of a report holds, whatever shape it has: a list has one for each item, anything else is one
 * itself. `null` and an empty list say that there are none.
 */
export function readEntries<Key extends string = never>(
  value: unknown,
  keys: readonly Key[],
  run: number,
): Entry<Key>[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => item !== null && item !== undefined).map((item) => readEntry(item, keys, run));
}

function readEntry<Key extends string>(item: unknown, keys: readonly Key[], run: number): Entry<Key> {
  if (!isObject(item)) return { run, fields: {}, more: item };
  const isKnown = (key: string): key is Key => (keys as readonly string[]).includes(key);
  const known = Object.entries(item).filter(([key, value]) => isKnown(key) && value !== null);
  const others = Object.entries(item).filter(([key]) => !isKnown(key));
  return {
    run,
    fields: Object.fromEntries(known) as Partial<Record<Key, unknown>>,
    ...(others.length > 0 || known.length === 0 ? { more: Object.fromEntries(others) } : {}),
  };
}

/** The texts of a list, and its other items; a single text counts as a list of one. */
export function splitTexts(value: unknown): { texts: string[]; others: unknown[] } {
  const items = value === null || value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
  return {
    texts: items.filter((item) => typeof item === 'string'),
    others: items.filter((item) => typeof item !== 'string'),
  };
}
