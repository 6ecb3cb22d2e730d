import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readRoutingTable } from '../../routing/read-table.js';
import { decideRoute } from '../../routing/route-prompt.js';
import { isLeftToNearerCopy, pluginName } from '../copies.js';
import { readInstalledDefinition } from '../installed-definition.js';
import type { HookInput } from '../project.js';
import { type HookResult, SILENT } from '../result.js';

const AGENT = 'backend-system-architect';

/** Runs when the user has written a prompt: where it asks for the agent's work, the model is told of the agent in one line. */
export function routePrompt(input: HookInput): HookResult {
  const { payload, agentsFolder, openPage } = input;
  if (!payload.prompt || isLeftToNearerCopy(input, 'prompt-router')) return SILENT;
  const definition = readInstalledDefinition(agentsFolder, AGENT, openPage);
  if (!definition) return SILENT;
  const { file, table, fault } = readRoutingTable(agentsFolder, AGENT, openPage);
  const plugin = pluginName(input);
  const decision = decideRoute({
    prompt: payload.prompt,
    agent: plugin === undefined ? AGENT : `${plugin}:${AGENT}`,
    agents: agentFiles(agentsFolder),
    table,
    keywords: definition.keywords.map(({ value }) => value),
  });
  const message =
    fault && `prompt-router: ${file}: ${fault}. Until that is mended only the keywords of Auto Mode count.`;
  if (decision.kind !== 'routed') return message ? { kind: 'tell-user', message } : SILENT;
  return { kind: 'add-context', event: 'UserPromptSubmit', text: decision.line, ...(message ? { message } : {}) };
}

function agentFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.basename(file, '.md'));
}
