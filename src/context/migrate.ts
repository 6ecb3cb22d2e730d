import { isObject } from '../is-object.js';
import type { Decision, Decisions } from './schemas/decisions.js';
import type { SessionState } from './schemas/session-state.js';

/**
 * Turns older shapes into version 1, keeping what they hold: a session state without `$schema`, whose tasks may be plain
 * texts and whose decisions may stand in an object by agent or by name; a decisions file that is an array, or holds its
 * decisions in an object. What is no such shape comes back as it is, and fails the schema.
 */
export function migrateSessionState(data: unknown): unknown {
  if (!isObject(data) || data.$schema !== undefined) return data;
  const { agent_decisions = {}, tasks_completed = [], tasks_pending = [], ...rest } = data;
  if (!isObject(agent_decisions) || !Array.isArray(tasks_completed) || !Array.isArray(tasks_pending)) return data;
  const state: SessionState = {
    ...rest,
    $schema: 'session-state/1',
    agent_decisions: Object.fromEntries(
      Object.entries(agent_decisions).map(([agent, decisions]) => [agent, migrateDecisionList(decisions, agent)]),
    ),
    tasks_completed: tasks_completed.map((task: unknown) => {
      const fields = isObject(task) ? task : { feature: task };
      const feature = fields.feature ?? fields.task ?? fields.name ?? fields.id ?? null;
      return { ...fields, ...origin(fields), feature, report: isObject(fields.report) ? fields.report : {} };
    }),
    tasks_pending: tasks_pending.map((task: unknown) => {
      const fields = isObject(task) ? task : { feature: task };
      const blockers = Array.isArray(fields.blockers) ? fields.blockers.map(toText) : [];
      return { ...fields, ...origin(fields), blockers };
    }),
  };
  return state;
}

export function migrateDecisions(data: unknown): unknown {
  if (isObject(data) && data.$schema !== undefined) return data;
  const { decisions, ...rest } = isObject(data) ? data : { decisions: data };
  if (!Array.isArray(decisions) && !isObject(decisions)) return data;
  const migrated: Decisions = { ...rest, $schema: 'decisions/1', decisions: migrateDecisionList(decisions, '') };
  return migrated;
}

/** Decisions in a list, in an object by name, or a single one as a text or an object. */
function migrateDecisionList(value: unknown, agent: string): Decision[] {
  if (Array.isArray(value)) return value.map((entry: unknown) => migrateDecision(entry, agent, ''));
  if (!isObject(value)) return [migrateDecision(value, agent, '')];
  if (describesDecision(value)) return [migrateDecision(value, agent, '')];
  return Object.entries(value).map(([name, entry]) => migrateDecision(entry, agent, name));
}

function describesDecision(fields: Record<string, unknown>): boolean {
  return ['decision', 'title', 'summary'].some((key) => typeof fields[key] === 'string');
}

function migrateDecision(entry: unknown, agent: string, name: string): Decision {
  if (!isObject(entry)) return { ...origin({ agent }), decision: name ? `${name}: ${toText(entry)}` : toText(entry) };
  const decision = toText(entry.decision ?? entry.title ?? entry.summary ?? (name || JSON.stringify(entry)));
  const reason = entry.reason ?? entry.rationale;
  const named = name && name !== decision ? { id: name } : {};
  return {
    ...named,
    ...entry,
    ...origin({ agent, ...entry }),
    decision,
    ...(reason === undefined ? {} : { reason: toText(reason) }),
  };
}

function origin(fields: Record<string, unknown>): { run: string; agent: string; at: string } {
  const at = fields.at ?? fields.timestamp ?? fields.date ?? fields.created_at ?? fields.completed_at ?? '';
  return { run: toText(fields.run ?? ''), agent: toText(fields.agent ?? ''), at: toText(at) };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
