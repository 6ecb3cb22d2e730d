import { type Routing, scorePrompt } from './score.js';
import type { RoutingTable } from './table.js';

export type RouteDecision =
  /** The line says why in words of the prompt; it never repeats the prompt. */
  | { kind: 'routed'; line: string; words: string[]; routing: Routing }
  | { kind: 'not-routed'; routing: Routing }
  /** Nothing was scored. */
  | { kind: 'left-alone'; reason: 'it is empty' | 'it is a command' | 'the client wrote it' | 'it names an agent' };

export interface RouteRequest {
  prompt: string;
  agent: string;
  /** Names of the agents that are installed. */
  agents: readonly string[];
  table: RoutingTable;
  /** Those of the definition's Auto Mode. */
  keywords: readonly string[];
}

/** So many words of the prompt say why. */
const NAMED_WORDS = 4;
/** `/review the API`, but not `/api/v1/orders fails`. */
const COMMAND = /^[/!][\w:-]+(?:\s|$)/;
/**
 * What the client (2.1.330) submits as a prompt when an agent in the background has ended. Its report is in it, so that it would
 * be routed to that very agent.
 */
const NOTIFICATIONS = ['[SYSTEM NOTIFICATION', '<task-notification>'];
const BY_AGENT =
  /@agent-|\bsubagents?\b|\b(?:use|ask|have|let|with|via|by|through|start|run|launch|call|invoke|to)\s+(?:the\s+|an?\s+)?[\w-]+(?:\s+[\w-]+)?\s+agents?\b/i;

/** Decides whether a prompt asks for this agent's work: deterministic, by the table alone. */
export function decideRoute({ prompt, agent, agents, table, keywords }: RouteRequest): RouteDecision {
  const text = prompt.trim();
  if (text === '') return { kind: 'left-alone', reason: 'it is empty' };
  if ('/!'.includes(text.charAt(0)) && COMMAND.test(text)) return { kind: 'left-alone', reason: 'it is a command' };
  if (NOTIFICATIONS.some((beginning) => text.startsWith(beginning))) {
    return { kind: 'left-alone', reason: 'the client wrote it' };
  }
  const lower = prompt.toLowerCase();
  // A plugin's agent is `plugin:agent`.
  const isNamed = [agent.split(':').at(-1) ?? agent, ...agents].some((name) => mentions(lower, name));
  // To make the expression takes as long as to read the table.
  if (isNamed || (lower.includes('agent') && BY_AGENT.test(prompt))) {
    return { kind: 'left-alone', reason: 'it names an agent' };
  }
  const routing = scorePrompt(prompt, table, keywords);
  if (!routing.routed) return { kind: 'not-routed', routing };
  const words = namedWords(routing);
  return { kind: 'routed', line: composeLine(agent, words), words, routing };
}

/** What the model is told. */
export function composeLine(agent: string, words: readonly string[]): string {
  return `The request reads as backend work (${words.join(', ')}): that is what the subagent ${agent} is for. Delegate the backend work in it to that agent.`;
}

/** Names of one word are words of the language, too. */
function mentions(lower: string, agent: string): boolean {
  return agent.includes('-') && lower.includes(agent.toLowerCase());
}

/** The weightiest, in the order of the prompt. */
function namedWords({ contributions }: Routing): string[] {
  const matches = contributions
    .filter(({ group }) => group.for !== undefined && group.weight > 0)
    .toSorted((a, b) => b.group.weight - a.group.weight)
    .flatMap((contribution) => contribution.matches)
    .slice(0, NAMED_WORDS)
    .sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
  return [...new Set(matches.map(({ words }) => words.join(' ')))];
}
