import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compare } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

/** What was installed just now a hook does not yet trust to be as it was. */
const SETTLED_MS = 2_100;

/** What is measured is a repository in which the agent has worked before: what it left there is read, and added to. */
const RUNS_BEFORE = 100;

/** Each hook of a run in an installed repository, at most 1.3 times `node -e 0`. */
export async function benchHooks({ bin, rounds }) {
  const repository = path.join(makeScratch(), 'a project');
  mkdirSync(repository);
  execFileSync('git', ['init', '--quiet', repository]);
  execFileSync(process.execPath, [bin, 'install', '--yes', repository]);
  const payload = writePayload(repository);
  const starter = (name) => path.join(repository, `.claude/hooks/agent/${name}.sh`);
  const env = { CLAUDE_PROJECT_DIR: repository };
  for (let run = 1; run <= RUNS_BEFORE; run += 1) {
    const input = JSON.stringify({ ...payload, agent_id: `bench-${run}` });
    for (const name of ['context-publisher', 'handoff-preparer']) {
      execFileSync(starter(name), { input, cwd: repository, env: { ...process.env, ...env } });
    }
  }
  const input = JSON.stringify(payload);
  const names = [
    'output-validator',
    'context-publisher',
    'handoff-preparer',
    'agent-start',
    'boundary-guard',
    'prompt-router',
  ];
  const subjects = names.map((name) => ({
    name,
    command: starter(name),
    args: [],
    input,
    cwd: repository,
    env,
    limit: 1.3,
  }));
  await setTimeout(SETTLED_MS);
  return compare(subjects, rounds);
}

const PROMPT =
  'Customers are sometimes charged twice when the gateway times out. Make POST /api/v1/payments idempotent, with a test.';

const report = {
  feature: 'orders',
  endpoints_created: [{ method: 'GET', path: '/api/v1/orders', auth: 'bearer', rate_limit: '100/min' }],
  models_created: [{ name: 'Order', table: 'orders', fields: ['id'] }],
  middleware_added: [],
  security_measures: [],
  test_commands: [],
  documentation: { openapi_updated: true, postman_collection: null },
  decisions: [{ decision: 'Keyset pagination', reason: 'Stable under writes' }],
};
function writePayload(repository) {
  const payload = {
    session_id: 'bench',
    agent_id: 'bench',
    agent_type: 'backend-system-architect',
    cwd: repository,
    stop_hook_active: false,
    prompt: PROMPT,
    last_assistant_message: `Done.\n\`\`\`json\n${JSON.stringify(report)}\n\`\`\``,
    tool_name: 'Write',
    tool_input: { file_path: path.join(repository, 'backend/app/api/orders.py'), content: 'import fastapi\n' },
  };
  const transcript = path.join(repository, '..', 'transcript.jsonl');
  const call = { type: 'assistant', timestamp: new Date().toISOString(), message: { content: [{ type: 'tool_use' }] } };
  writeFileSync(transcript, `${JSON.stringify(call)}\n`.repeat(40));
  return { ...payload, agent_transcript_path: transcript };
}
