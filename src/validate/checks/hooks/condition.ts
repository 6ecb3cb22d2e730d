import { compareVersions, HOOK_KEYS } from '../../../client/features.js';
import { TOOL_EVENTS } from '../../../client/hooks.js';
import type { ValuePath } from '../../../definition/location.js';
import { type Finding, finding } from '../../finding.js';
import { nearest } from '../../nearest.js';
import { describe } from '../describe.js';
import type { HookEvent } from './entries.js';

/** Longest time that a hook is likely meant to have, in seconds; more are probably milliseconds. */
const MAX_LIKELY_TIMEOUT = 3600;

/** An `if` for which a hook never starts, and a time that was meant in another unit. */
export function checkCondition(
  { event, table, context }: HookEvent,
  entry: Record<string, unknown>,
  at: ValuePath,
): Finding[] {
  const { locate } = table.positions;
  const { timeout } = entry;
  const long =
    typeof timeout === 'number' && timeout > MAX_LIKELY_TIMEOUT
      ? [finding('hook-timeout', locate([...at, 'timeout']), { timeout })]
      : [];
  const condition = entry.if;
  // Older clients start the hook whatever stands there.
  const isRead = compareVersions(context.client.version, HOOK_KEYS.if) >= 0;
  if (typeof condition !== 'string' || condition === '' || !isRead) return long;
  const report = (reason: string, hint?: string) => {
    const data = { event, condition: describe(condition), reason, nearest: hint };
    return [...long, finding('hook-if', locate([...at, 'if']), data)];
  };
  if (!TOOL_EVENTS.has(event)) return report(`${event} has no tool`);
  const tool = /^([\w-]+)(?:\(.*\))?$/s.exec(condition.trim())?.[1];
  if (tool === undefined) return report('it is no rule of the form Tool or Tool(pattern)');
  const known = tool.startsWith('mcp__') || context.client.tools.has(tool);
  return known ? long : report('the client has no such tool', nearest(tool, context.client.tools));
}
