import { AGENT_EVENTS, EVENT_WORDS, TOOL_EVENTS } from '../../../client/hooks.js';
import type { ValuePath } from '../../../definition/location.js';
import { type Finding, finding } from '../../finding.js';
import { nearest } from '../../nearest.js';
import { describe } from '../describe.js';
import type { HookEvent } from './entries.js';

/** Names with separators are compared whole; anything else is a regular expression, not anchored (client 2.1.330). */
const NAMES = /^[\w |,-]+$/;

/** A matcher that can match nothing: its hook never runs, and nobody says so. */
export function checkMatcher(hook: HookEvent, matcher: unknown, at: ValuePath): Finding[] {
  if (matcher === undefined) return [];
  const { event, table } = hook;
  const report = (reason: string, hint?: string) => {
    const data = { event, matcher: describe(matcher), reason, nearest: hint };
    return [finding('hook-matcher', table.positions.locate(at), data)];
  };
  if (typeof matcher !== 'string') return report('it is not a text');
  if (table.scope === 'session' && AGENT_EVENTS.has(event)) return checkAgentMatcher(hook, matcher, at);
  const words = wordsOf(hook);
  if (matcher === '' || matcher === '*' || words === undefined) return [];
  if (NAMES.test(matcher)) {
    const names = matcher.split(/[|,]/).map((name) => name.trim());
    if (names.some((name) => words.has(name) || name.startsWith('mcp__'))) return [];
    return report(`it is not among ${whatOf(hook)}`, nearest(names[0] ?? '', words));
  }
  const expression = readExpression(matcher);
  if (typeof expression === 'string') return report(expression);
  // One that repeats something is not run: it could take for ever, and mostly matches.
  const isPlain = matcher.length <= 200 && !/[*+?{]|mcp__/.test(matcher);
  if (!isPlain || [...words].some((word) => expression.test(word))) return [];
  return report(`as a regular expression it matches none of ${whatOf(hook)}`);
}

/** Names of agents: in a plugin they carry its name, elsewhere the agent has to be there. */
function checkAgentMatcher({ event, table, context }: HookEvent, matcher: string, at: ValuePath): Finding[] {
  const location = table.positions.locate(at);
  const data = { event, matcher: describe(matcher) };
  if (!NAMES.test(matcher)) {
    const expression = matcher === '' || matcher === '*' ? undefined : readExpression(matcher);
    return typeof expression === 'string' ? [finding('hook-matcher', location, { ...data, reason: expression })] : [];
  }
  const names = matcher.split(/[|,]/).map((name) => name.trim());
  if (names.some((name) => context.client.builtInAgents.has(name))) return [];
  if (context.layout.kind === 'plugin') {
    const reason = 'the agents of a plugin are called plugin:agent';
    return [finding('hook-matcher', location, { ...data, reason })];
  }
  const [name = ''] = names;
  const missing = finding('hook-matcher', location, { ...data, reason: 'there is no agent of that name here' });
  return names.length === 1 ? [{ ...missing, unlessAgent: name }] : [];
}

/** What a matcher of the event is held against, as far as it is known; undefined where anything may match. */
function wordsOf({ event, table, context }: HookEvent): ReadonlySet<string> | undefined {
  if (TOOL_EVENTS.has(event)) return context.client.tools;
  if (table.scope === 'session') {
    const words = EVENT_WORDS[event];
    return words && new Set(words);
  }
  const isOwnEnd = event === 'Stop' || AGENT_EVENTS.has(event);
  return isOwnEnd && table.agent !== undefined ? new Set([table.agent]) : undefined;
}

function whatOf({ event, table }: HookEvent): string {
  if (TOOL_EVENTS.has(event)) return 'the names of tools';
  return table.scope === 'agent' ? `the names it is held against ("${table.agent}")` : `the words of ${event}`;
}

function readExpression(matcher: string): RegExp | string {
  try {
    return new RegExp(matcher);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return `it is no regular expression (${text.slice(text.lastIndexOf(':') + 1).trim()})`;
  }
}
