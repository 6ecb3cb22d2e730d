import { readInstalledDefinition } from '../installed-definition.js';
import type { HookInput } from '../project.js';
import { type HookResult, SILENT } from '../result.js';
import { matchKeywords } from './match-keywords.js';

const AGENT = 'backend-system-architect';

/**
 * Runs when the user has written a prompt: where it speaks of what the definition's Auto Mode lists, the model is told of
 * the agent in one line. It never repeats the prompt, and leaves commands alone and whoever names an agent himself.
 */
export function routePrompt({ payload: { prompt }, agentsFolder }: HookInput): HookResult {
  if (!prompt || prompt.trimStart().startsWith('/') || namesAgent(prompt)) return SILENT;
  const definition = readInstalledDefinition(agentsFolder, AGENT);
  const matched = matchKeywords(prompt, definition?.keywords.map(({ value }) => value) ?? []);
  if (matched.length === 0) return SILENT;
  const text = `The request speaks of ${matched.join(', ')}: that is what the subagent ${AGENT} is for. Delegate the backend work in it to that agent.`;
  return { kind: 'add-context', event: 'UserPromptSubmit', text };
}

function namesAgent(prompt: string): boolean {
  return prompt.includes(AGENT) || /@agent-|\b(?:sub)?agents?\b/i.test(prompt);
}
