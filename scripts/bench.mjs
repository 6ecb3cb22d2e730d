// Times every installed hook against `node -e 0`, in pairs and in one run, and prints the median of each hook's ratios.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.argv[2] ?? 40);
const LIMIT = 1.3;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const repository = path.join(mkdtempSync(path.join(tmpdir(), 'bench-')), 'a project');
mkdirSync(repository);
execFileSync('git', ['init', '--quiet', repository]);
execFileSync(process.execPath, [path.join(root, 'dist/bin.cjs'), 'install', '--yes', repository]);

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
const payload = {
  session_id: 'bench',
  agent_id: 'bench',
  agent_type: 'backend-system-architect',
  cwd: repository,
  stop_hook_active: false,
  last_assistant_message: `Done.\n\`\`\`json\n${JSON.stringify(report)}\n\`\`\``,
  tool_name: 'Write',
  tool_input: { file_path: path.join(repository, 'backend/app/api/orders.py'), content: 'import fastapi\n' },
};
const transcript = path.join(repository, '..', 'transcript.jsonl');
const call = { type: 'assistant', timestamp: new Date().toISOString(), message: { content: [{ type: 'tool_use' }] } };
writeFileSync(transcript, `${JSON.stringify(call)}\n`.repeat(40));
payload.agent_transcript_path = transcript;

const hook = (name) => ({
  name,
  command: path.join(repository, `.claude/hooks/agent/${name}.sh`),
  args: [],
  input: JSON.stringify(payload),
});
const baseline = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], input: '' };
const hooks = ['output-validator', 'context-publisher', 'handoff-preparer', 'agent-start', 'boundary-guard'].map(hook);

// Each run of a hook stands beside one of the baseline, so that a machine that slows down slows both.
const ratios = new Map(hooks.map(({ name }) => [name, []]));
const baseTimes = [];
for (let round = -3; round < ROUNDS; round += 1) {
  for (const subject of hooks) {
    const base = time(baseline);
    const ratio = time(subject) / base;
    if (round < 0) continue;
    baseTimes.push(base);
    ratios.get(subject.name).push(ratio);
  }
}
rmSync(path.dirname(repository), { recursive: true });

console.log(`${baseline.name}: ${median(baseTimes).toFixed(1)} ms; ${ROUNDS} pairs for each hook`);
let over = 0;
for (const [name, values] of ratios) {
  const ratio = median(values);
  if (ratio > LIMIT) over += 1;
  console.log(`${name.padEnd(18)} ${ratio.toFixed(2)} x node -e 0${ratio > LIMIT ? `  (over ${LIMIT})` : ''}`);
}
process.exitCode = over > 0 ? 1 : 0;

/** Milliseconds that a process takes, from start to end. */
function time({ name, command, args, input }) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, {
    input,
    cwd: repository,
    env: { ...process.env, CLAUDE_PROJECT_DIR: repository },
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return milliseconds;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
