import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readRoutingTable } from '../../routing/read-table.js';
import { decideRoute } from '../../routing/route-prompt.js';
import { readInstalledDefinition } from '../installed-definition.js';
import type { HookInput } from '../project.js';
import { type HookResult, SILENT } from '../result.js';

const AGENT = 'backend-system-architect';

/** Runs when the user has written a prompt: where it asks for the agent's work, the model is told of the agent in one line. */
export function routePrompt(input: HookInput): HookResult {
  const { payload, agentsFolder } = input;
  if (!payload.prompt || isRoutedByProject(input)) return SILENT;
  const definition = readInstalledDefinition(agentsFolder, AGENT);
  if (!definition) return SILENT;
  const { file, table, fault } = readRoutingTable(agentsFolder, AGENT);
  const decision = decideRoute({
    prompt: payload.prompt,
    agent: AGENT,
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

/** The user's own copy leaves a prompt to the copy of the project, so that it is routed once. */
function isRoutedByProject({ projectDir, agentsFolder }: HookInput): boolean {
  if (!projectDir || path.resolve(projectDir, '.claude/agents') === path.resolve(agentsFolder)) return false;
  return ['settings.json', 'settings.local.json'].some((name) => {
    try {
      return readFileSync(path.join(projectDir, '.claude', name), 'utf8').includes('/prompt-router.sh');
    } catch {
      return false;
    }
  });
}
