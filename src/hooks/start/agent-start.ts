import { existsSync } from 'node:fs';
import { isLeftToNearerCopy } from '../copies.js';
import { agentName, readInstalledDefinition } from '../installed-definition.js';
import { contextFolder, findProject, type HookInput } from '../project.js';
import { type HookResult, SILENT } from '../result.js';

/** Bytes of shared context that an agent gets, unless this variable says otherwise. */
const CONTEXT_BYTES_VARIABLE = 'BACKEND_SYSTEM_ARCHITECT_CONTEXT_BYTES';
const DEFAULT_CONTEXT_BYTES = 2_000;

/**
 * Runs when any agent starts: its pending handoffs reach it, and where its definition's Context Protocol has a "Before",
 * so do the recorded decisions and tasks.
 */
export async function startAgent(input: HookInput): Promise<HookResult> {
  const { payload, agentsFolder, env, openPage } = input;
  if (!payload.agentType || isLeftToNearerCopy(input, 'agent-start')) return SILENT;
  const agent = agentName(payload.agentType);
  const folder = contextFolder(findProject(input));
  if (!existsSync(folder)) return SILENT;
  const { describePendingHandoffs } = await import('./pending-handoffs.js');
  const { describeSharedContext } = await import('./shared-context.js');
  const handoffs = describePendingHandoffs(folder, agent);
  const readsContext = readInstalledDefinition(agentsFolder, agent, openPage)?.contextProtocol.some(
    ({ phase }) => phase === 'before',
  );
  const bytes = Number.parseInt(env[CONTEXT_BYTES_VARIABLE] ?? '', 10);
  const shared = readsContext ? describeSharedContext(folder, bytes >= 0 ? bytes : DEFAULT_CONTEXT_BYTES) : undefined;
  const text = [shared, handoffs].filter((part) => part !== undefined).join('\n\n');
  return text === '' ? SILENT : { kind: 'add-context', event: 'SubagentStart', text };
}
