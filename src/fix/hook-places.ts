import type { ValuePath } from '../definition/location.js';
import { isObject } from '../is-object.js';

/** A mapping below `hooks`, and where it stands in its document. */
export interface HookPlace {
  path: ValuePath;
  entry: Record<string, unknown>;
}

/** The elements of each event's list: groups with a list of their own, and hooks that were not nested. */
export function listGroups(values: unknown): HookPlace[] {
  const hooks = isObject(values) ? values.hooks : undefined;
  if (!isObject(hooks)) return [];
  return Object.entries(hooks).flatMap(([event, groups]) => listMappings(groups, ['hooks', event]));
}

/** Everything below `hooks` that may have a command. */
export function listEntries(values: unknown): HookPlace[] {
  return listGroups(values).flatMap((group) => [group, ...listMappings(group.entry.hooks, [...group.path, 'hooks'])]);
}

function listMappings(list: unknown, at: ValuePath): HookPlace[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index) => (isObject(entry) ? [{ path: [...at, index], entry }] : []));
}
