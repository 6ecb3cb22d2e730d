import type { AgentDefinition } from '../../../definition/model.js';
import { type Finding, finding } from '../../finding.js';

/** Agents that work is handed to; whether they are there is known when every file was read. */
export function checkHandoffs({ handsOffTo }: AgentDefinition): Finding[] {
  return handsOffTo
    .filter(({ optional }) => !optional)
    .map(({ agent, location }) => ({ agent: withoutMarks(agent), location }))
    .filter(({ agent }) => /^[A-Za-z][\w-]*$/.test(agent) && !PEOPLE.has(agent.toLowerCase()))
    .map(({ agent, location }) => ({ ...finding('handoff-agent-missing', location, { agent }), unlessAgent: agent }));
}

/** Whom work may be handed to besides agents. */
const PEOPLE = new Set(['caller', 'human', 'main', 'nobody', 'none', 'team', 'user', 'you']);

/** A name without the marks of emphasis, code or a link around it. */
function withoutMarks(name: string): string {
  return (/^\[([^\]]*)\]\([^)]*\)$/.exec(name)?.[1] ?? name).replace(/^[*_`]+|[*_`]+$/g, '');
}
