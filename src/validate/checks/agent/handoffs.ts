import type { AgentDefinition } from '../../../definition/model.js';
import { type Finding, finding } from '../../finding.js';

/** Agents that work is handed to; whether they are there is known when every file was read. */
export function checkHandoffs({ handsOffTo }: AgentDefinition): Finding[] {
  return handsOffTo
    .filter(({ optional }) => !optional)
    .map(({ agent, location }) => ({ ...finding('handoff-agent-missing', location, { agent }), unlessAgent: agent }));
}
