import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CliResult, cli, runProcess } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

export const AGENT = 'backend-system-architect';

export const REPORT = {
  feature: 'orders',
  endpoints_created: [{ method: 'GET', path: '/api/v1/orders', auth: 'bearer', rate_limit: '100/min' }],
  models_created: [],
  middleware_added: [{ name: 'CORSMiddleware', config: { allow_origins: [] } }],
  security_measures: [],
  test_commands: [],
  documentation: { openapi_updated: true, postman_collection: null },
};

export const fenced = (report: unknown) => `Done.\n\`\`\`json\n${JSON.stringify(report)}\n\`\`\``;

/** A repository with the agent installed. */
export async function installedRepository(): Promise<string> {
  const repository = await makeRepository();
  const { exitCode, stderr } = await cli(['install', '--no-mcp'], { cwd: repository });
  if (exitCode !== 0) throw new Error(stderr);
  return repository;
}

export interface Stop {
  last_assistant_message?: string;
  stop_hook_active?: boolean;
  agent_id?: string;
  agent_type?: string;
  [other: string]: unknown;
}

/** Starts an installed hook script the way the client does: `/bin/sh -c` on the quoted path, the payload on stdin. */
export function runHook(
  repository: string,
  hook:
    | 'output-validator'
    | 'context-publisher'
    | 'handoff-preparer'
    | 'agent-start'
    | 'boundary-guard'
    | 'prompt-router',
  stop: Stop | string,
  env: Record<string, string> = {},
): Promise<CliResult> {
  const payload = {
    session_id: 'session-1',
    cwd: repository,
    hook_event_name: 'SubagentStop',
    stop_hook_active: false,
    agent_id: 'agent-1',
    agent_type: AGENT,
    ...(typeof stop === 'string' ? {} : stop),
  };
  const command = `"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/${hook}.sh`;
  return runProcess('/bin/sh', ['-c', command], {
    cwd: repository,
    env: { PATH: path.dirname(process.execPath), CLAUDE_PROJECT_DIR: repository, ...env },
    input: typeof stop === 'string' ? stop : JSON.stringify(payload),
  });
}

/** The runs whose tasks are on record: those in the session state, in its order, and those that newer ones have put out of it. */
export async function recordedRuns(repository: string): Promise<{ kept: string[]; past: string[] }> {
  const folder = path.join(repository, '.claude/context/session');
  const { tasks_completed } = JSON.parse(await readFile(path.join(folder, 'state.json'), 'utf8'));
  const history = await readdir(path.join(folder, 'history')).catch(() => []);
  const past = history.filter((name) => name.endsWith('.json')).map((name) => path.basename(name, '.json'));
  return { kept: tasks_completed.map(({ run }: { run: string }) => run), past };
}
