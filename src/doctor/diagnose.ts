import path from 'node:path';
import type { HookSurroundings } from '../install/hook-obstacles.js';
import type { Report } from '../validate/diagnostic.js';
import { checkAgent } from './check-agent.js';
import { checkClient } from './check-client.js';
import { checkContext } from './check-context.js';
import { checkDefinition } from './check-definition.js';
import { checkHooks } from './check-hooks.js';
import { checkHooksEnabled } from './check-hooks-enabled.js';
import { checkNode } from './check-node.js';
import { checkRouting } from './check-routing.js';
import { checkServers } from './check-servers.js';
import { readClientEnvironment } from './client-environment.js';
import type { Finding } from './finding.js';
import type { Installation } from './installation.js';
import type { ListTools } from './list-tools.js';
import { listNamedServers } from './named-servers.js';
import type { Variables } from './process-group.js';
import type { RunProgram } from './run-program.js';
import { readServerTables } from './server-table.js';

/** What is examined, and by what means. */
export interface Examination {
  repository: string;
  installation: Installation;
  env: Variables;
  surroundings: HookSurroundings;
  /** `.mcp.json` of the repository; undefined where there is none. */
  servers: string | undefined;
  node: { running: string; required: string };
  run: RunProgram;
  /** Undefined where no server is to be started. */
  listTools: ListTools | undefined;
  serverTimeoutMs: number;
  validate(): Promise<Report>;
  /** Called after each check. */
  onProgress?(done: number, total: number): void;
}

/** Runs every check, one after the other; what a check starts, it starts at once. */
export async function diagnose(examination: Examination): Promise<Finding[]> {
  const { repository, installation, env, surroundings, run, onProgress } = examination;
  const client = readClientEnvironment(env, surroundings.settings);
  const { finding: agent, definition } = checkAgent(installation);
  const checks: (() => Finding | Finding[] | Promise<Finding | Finding[]>)[] = [
    () => checkNode({ ...examination.node, hookEnv: client.session, cwd: repository, run }),
    () => checkClient({ env, cwd: repository, run }),
    () => checkHooksEnabled(surroundings, installation.scope),
    () => agent,
    () => (definition ? checkHooks({ repository, installation, definition, hookEnv: client.session, run }) : []),
    () => checkRouting(installation),
    () => {
      if (!definition) return [];
      const { tools, mcpServers } = definition.frontmatter.values;
      const { workspace, clientState } = surroundings;
      return checkServers({
        named: listNamedServers(tools),
        ...readServerTables({ project: examination.servers, clientState, workspace, inline: mcpServers }),
        configurationEnv: client.configuration,
        serverEnv: { ...client.session, CLAUDE_PROJECT_DIR: repository },
        cwd: repository,
        listTools: examination.listTools,
        timeoutMs: examination.serverTimeoutMs,
      });
    },
    () => checkContext(path.join(repository, '.claude', 'context')),
    () => checkDefinition(examination.validate, installation.scope),
  ];
  const findings: Finding[] = [];
  for (const [done, check] of checks.entries()) {
    findings.push(...[await check()].flat());
    onProgress?.(done + 1, checks.length);
  }
  return findings;
}
