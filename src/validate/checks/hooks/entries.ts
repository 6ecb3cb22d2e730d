import { compareVersions, REFUSALS } from '../../../client/features.js';
import { GUARD_EVENTS, HOOK_TYPES, SESSION_AGENT_EVENTS, SETTINGS_ONLY_EVENTS } from '../../../client/hooks.js';
import type { Positions, ValuePath } from '../../../definition/location.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import { nearest } from '../../nearest.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { checkCommand } from './command.js';
import { checkCondition } from './condition.js';
import { findFieldFault, isFlatHook } from './entry-fields.js';
import { checkMatcher } from './matcher.js';

/** A table of hooks, events with their groups, in whatever file it stands. */
export interface HookTable {
  values: Record<string, unknown>;
  /** Where the table stands in its document. */
  at: ValuePath;
  positions: Positions;
  /** Whose hooks they are: a subagent's frontmatter runs fewer events than settings do. */
  scope: 'agent' | 'session';
  /** The name of the agent, of which a frontmatter's `Stop` speaks. */
  agent?: string | undefined;
}

/** An event of a table, and what is below it. */
export interface HookEvent {
  event: string;
  table: HookTable;
  context: CheckContext;
}

/** What is wrong with each entry; a malformed guard costs more than itself, which is said at its event. */
export function checkHookTable(table: HookTable, context: CheckContext): Finding[] {
  const { values, at, positions, scope } = table;
  return Object.entries(values).flatMap(([event, groups]) => {
    const checked = checkEvent({ event, table, context }, groups);
    const findings = checked.map(({ found }) => found);
    const isRefused = scope === 'session' || compareVersions(context.client.version, REFUSALS.brokenGuards.since) >= 0;
    if (!isRefused || !holdsBrokenGuard(event, groups, checked)) return findings;
    const location = positions.locateKey([...at, event]);
    const guard =
      scope === 'agent'
        ? finding('agent-guard-malformed', location, { event })
        : finding('settings-guard-malformed', location, { event, isPlugin: context.layout.kind === 'plugin' });
    return [guard, ...findings];
  });
}

/** A finding, and whether the client cannot read the entry that it is about. */
interface CheckedEntry {
  found: Finding;
  isMalformed: boolean;
}

const malformed = (found: Finding): CheckedEntry => ({ found, isMalformed: true });
const readable = (found: Finding): CheckedEntry => ({ found, isMalformed: false });

function holdsBrokenGuard(event: string, groups: unknown, checked: readonly CheckedEntry[]): boolean {
  // Guards below an unknown event, or below `hooks` again, are guards that would be missing.
  if (event === 'hooks' || (isObject(groups) && [...GUARD_EVENTS].some((guard) => guard in groups))) return true;
  return GUARD_EVENTS.has(event) && groups !== null && checked.some(({ isMalformed }) => isMalformed);
}

function checkEvent(hook: HookEvent, groups: unknown): CheckedEntry[] {
  const { event, table, context } = hook;
  const { at, positions, scope } = table;
  const path = [...at, event];
  const known = context.client.events;
  if (!known.has(event) || (scope === 'agent' && SETTINGS_ONLY_EVENTS.has(event))) {
    const hint = known.has(event) ? undefined : nearest(event, known);
    const data = { event, nearest: hint, scope, elsewhere: known.has(event) };
    return [readable(finding('hook-event', positions.locateKey(path), data))];
  }
  const session =
    scope === 'agent' && SESSION_AGENT_EVENTS.has(event)
      ? [readable(finding('hook-event-session', positions.locateKey(path), { event }))]
      : [];
  if (!Array.isArray(groups)) {
    const form = finding('hook-form', positions.locate(path), { event, flat: false });
    return [...session, malformed(form)];
  }
  return [...session, ...groups.flatMap((group: unknown, index) => checkGroup(hook, group, [...path, index]))];
}

function checkGroup(hook: HookEvent, group: unknown, at: ValuePath): CheckedEntry[] {
  if (!isObject(group) || !Array.isArray(group.hooks)) {
    const form = malformed(formFinding(hook, group, at));
    return isObject(group) ? [form, ...checkStart(hook, group, at)] : [form];
  }
  const matcher = checkMatcher(hook, group.matcher, [...at, 'matcher']);
  return [
    ...matcher.map((found) => ({ found, isMalformed: typeof group.matcher !== 'string' })),
    ...group.hooks.flatMap((entry: unknown, index) => checkEntry(hook, entry, [...at, 'hooks', index])),
  ];
}

function formFinding({ event, table }: HookEvent, group: unknown, at: ValuePath): Finding {
  return finding('hook-form', table.positions.locate(at), { event, flat: isFlatHook(group) });
}

function checkEntry(hook: HookEvent, entry: unknown, at: ValuePath): CheckedEntry[] {
  const { locate } = hook.table.positions;
  const { type } = isObject(entry) ? entry : { type: entry };
  if (!isObject(entry) || !HOOK_TYPES.some((known) => known === type)) {
    const found = finding('hook-type', locate([...at, 'type']), { found: describe(type), allowed: HOOK_TYPES });
    return [malformed(found), ...(isObject(entry) ? checkStart(hook, entry, at) : [])];
  }
  const fault = findFieldFault(entry, hook.context.client.version);
  if (!fault) return [...checkCondition(hook, entry, at).map(readable), ...checkStart(hook, entry, at)];
  const { field, value, allowed } = fault;
  const data = { type: String(type), field, found: describe(value), allowed };
  // An empty command is read, and fails when it is run.
  const isMalformed = !(field === 'command' && value === '');
  return [{ found: finding('hook-field', locate([...at, field]), data), isMalformed }, ...checkStart(hook, entry, at)];
}

function checkStart({ table, context }: HookEvent, entry: Record<string, unknown>, at: ValuePath): CheckedEntry[] {
  return checkCommand(entry, at, table.positions, context).map(readable);
}
