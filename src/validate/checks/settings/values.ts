import type { Positions, ValuePath } from '../../../definition/location.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import { describe } from '../describe.js';

type Kind = 'a text' | 'a number' | 'true or false' | 'an object' | 'a list' | readonly string[];

/** Keys for whose wrong type the client (2.1.330) applies nothing of the file; unknown keys do no harm. */
const KINDS: readonly [path: ValuePath, kind: Kind][] = [
  [['permissions'], 'an object'],
  [['permissions', 'allow'], 'a list'],
  [['permissions', 'deny'], 'a list'],
  [['permissions', 'ask'], 'a list'],
  [
    ['permissions', 'defaultMode'],
    ['default', 'acceptEdits', 'auto', 'bypassPermissions', 'delegate', 'dontAsk', 'manual', 'plan'],
  ],
  [['env'], 'an object'],
  [['model'], 'a text'],
  [['agent'], 'a text'],
  [['outputStyle'], 'a text'],
  [['disableAllHooks'], 'true or false'],
  [['includeCoAuthoredBy'], 'true or false'],
  [['enableAllProjectMcpServers'], 'true or false'],
  [['cleanupPeriodDays'], 'a number'],
  [['statusLine'], 'an object'],
  [['enabledPlugins'], 'an object'],
];

export function checkValues(values: Record<string, unknown>, { locate }: Positions): Finding[] {
  return KINDS.flatMap(([path, kind]) => {
    const value = path.reduce<unknown>((above, key) => (isObject(above) ? above[key] : undefined), values);
    if (value === undefined || isOfKind(value, kind)) return [];
    const allowed = typeof kind === 'string' ? kind : kind.join(', ');
    return [finding('settings-value', locate(path), { key: path.join('.'), found: describe(value), allowed })];
  });
}

function isOfKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'a text':
      return typeof value === 'string';
    case 'a number':
      return typeof value === 'number';
    case 'true or false':
      return typeof value === 'boolean';
    case 'an object':
      return isObject(value);
    case 'a list':
      return Array.isArray(value);
    default:
      return kind.some((word) => word === value);
  }
}
