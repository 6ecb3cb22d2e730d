import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBundled } from '../run-bundled.mjs';

const reports = JSON.parse(readFileSync(new URL('./sent-back.json', import.meta.url), 'utf8'));

/** The model's part is played by a script; the client, its screen and the hooks are the real ones. */
const messages = [
  `Orders are idempotent now: the key is stored with the order, in one transaction.\n\n${block(reports.first)}`,
  `The report is put right.\n\n${block(reports.second)}`,
];

/** How long the model takes over the feedback, so that a viewer can read it. */
const READING_MS = 6_000;

/** The agent in Claude Code itself: its report does not fit the Output Format, the hook sends it back, the next one fits. */
export const sentBack = {
  title: 'claude --agent backend-system-architect',
  description:
    'Claude Code: the agent ends with a report whose rate limit is no rate limit and which lacks a key. The hook sends it back and names both places; the agent states the whole report again, and it is accepted.',
  async prepare({ repository, home }) {
    const bin = path.join(repository, 'node_modules/backend-system-architect/dist/bin.cjs');
    execFileSync(process.execPath, [bin, 'install', '--no-mcp', '--yes'], {
      cwd: repository,
      env: { PATH: process.env.PATH, HOME: home },
      stdio: 'ignore',
    });
    const state = {
      hasCompletedOnboarding: true,
      theme: 'dark',
      customApiKeyResponses: { approved: ['scripted'], rejected: [] },
      projects: { [repository]: { hasTrustDialogAccepted: true } },
    };
    writeFileSync(path.join(home, '.claude.json'), JSON.stringify(state));
    const { clientBinary, startScriptedApi } = await runBundled(`
      export { clientBinary } from './test/client/run-client.ts';
      export { startScriptedApi } from './test/client/scripted-api.ts';
    `);
    const turns = [...messages];
    const api = await startScriptedApi((request) => {
      if (!request.tools?.length) return { text: 'Orders' };
      if (turns.length < messages.length) sleep(READING_MS);
      return { text: turns.shift() ?? 'Done.' };
    });
    return {
      command: [clientBinary, '--agent', 'backend-system-architect', '--permission-mode', 'acceptEdits'],
      cwd: repository,
      env: {
        HOME: home,
        PATH: process.env.PATH,
        TERM: 'xterm-256color',
        COLORTERM: 'truecolor',
        LANG: 'C.UTF-8',
        ANTHROPIC_BASE_URL: api.url,
        ANTHROPIC_API_KEY: 'scripted',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
      },
      columns: 100,
      rows: 52,
      steps: [
        { wait: '❯', pause: 2, type: 'Make the creation of orders idempotent.', slowly: true },
        { pause: 0.5, type: '\r' },
        { wait: 'The report is put right.', pause: 3 },
      ],
      last: 1,
      close: () => api.close(),
    };
  },
};

/** Nothing else is to happen meanwhile. */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function block(report) {
  const keys = Object.entries(report).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `\`\`\`json\n{\n${keys.join(',\n')}\n}\n\`\`\``;
}
