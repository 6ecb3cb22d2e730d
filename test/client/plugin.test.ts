import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';
import { runClient } from './run-client.js';
import { messagesText } from './scripted-api.js';
import { AGENT, complaints, isAgent, reportMessage, SERVERS_FIRST, sessionOf, startAgent } from './session.js';
import { toolResults } from './tool-results.js';

const plugin = path.join(inject('packed'), 'node_modules/backend-system-architect');
const modules = path.resolve(import.meta.dirname, '../../node_modules');
const PLUGIN_AGENT = `${AGENT}:${AGENT}`;

/** Writes where it may not, reports badly, then well. */
function agentTurns() {
  const turns = [
    { tools: [{ name: 'Write', input: { file_path: 'frontend/src/App.tsx', content: 'x' } }] },
    { text: 'No report.' },
    { text: reportMessage() },
  ];
  return () => turns.shift() ?? { text: 'Nothing more.' };
}

const count = (text: string, part: string) => text.split(part).length - 1;

const feedbackIn = (text: string) => [
  count(text, 'The message has no fenced json block.'),
  count(text, "frontend/** is frontend-ui-developer's"),
];

/** Of one copy; the client has the words of a stop hook in its message twice. */
const ONCE = [2, 1];

describe.skipIf(process.platform === 'win32')('the package as a plugin', () => {
  test('alone: its agent has its skills, is guarded, held to its report, and recorded, and the router names it', async () => {
    const repository = await makeServiceRepository();
    const script = sessionOf([startAgent(PLUGIN_AGENT)], agentTurns());
    const run = await runClient({ project: repository, script, args: ['--plugin-dir', plugin] });
    expect(complaints(run.debugLog)).toEqual([]);
    const session = messagesText(run.requests.find((request) => !isAgent(request)) as never);
    expect(session).toContain(`that is what the subagent ${PLUGIN_AGENT} is for`);
    const requests = run.requests.filter(isAgent);
    expect(requests).toHaveLength(3);
    expect(messagesText(requests[0] as never).match(/Base directory for this skill: /g)).toHaveLength(13);
    expect(toolResults(run)[0]).toContain("frontend/** is frontend-ui-developer's");
    expect(feedbackIn(messagesText(requests[2] as never))).toEqual(ONCE);
    const state = JSON.parse(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8'));
    expect(state.tasks_completed).toMatchObject([{ agent: AGENT }]);
  });

  test.each([
    ['of the project', AGENT],
    ['of the plugin', PLUGIN_AGENT],
  ])('beside a project install: for the agent %s every hook has its effect once', async (_, agent) => {
    const repository = await makeServiceRepository();
    expect((await cli(['install', '--no-mcp'], { cwd: repository })).exitCode).toBe(0);
    const report = sessionOf([startAgent(agent)], () => ({ text: reportMessage() }));
    await runClient({ project: repository, script: report, args: ['--plugin-dir', plugin] });
    const script = () => sessionOf([startAgent(agent)], agentTurns());
    const run = await runClient({ project: repository, script: script(), args: ['--plugin-dir', plugin] });

    const session = messagesText(run.requests.find((request) => !isAgent(request)) as never);
    expect(count(session, 'that is what the subagent')).toBe(1);
    const requests = run.requests.filter(isAgent);
    expect(requests).toHaveLength(3);
    expect(count(messagesText(requests[0] as never), 'Addresses are unique by constraint')).toBe(1);
    expect(feedbackIn(messagesText(requests[2] as never))).toEqual(ONCE);
    const state = JSON.parse(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8'));
    expect(state.tasks_completed).toHaveLength(2);
  });

  test.each([
    ['alone: by its own server', [] as string[], `plugin_${AGENT}_sequential-thinking`],
    [
      'beside a project that has the server: by that one alone',
      ['--mcp', 'sequential-thinking'],
      'sequential-thinking',
    ],
  ])('%s the agent reaches sequential-thinking', async (_, mcp, server) => {
    const repository = await makeServiceRepository();
    if (mcp.length > 0) await cli(['install', ...mcp], { cwd: repository });
    // npx takes what is installed in the repository at the very version; so the test needs no network.
    await symlink(modules, path.join(repository, 'node_modules'), 'dir');
    const thought = { thought: 'Keyset or offset?', nextThoughtNeeded: false, thoughtNumber: 1, totalThoughts: 1 };
    const call = { name: `mcp__${server}__sequentialthinking`, input: thought };
    const turns = [{ tools: [call] }];
    const script = sessionOf([startAgent(PLUGIN_AGENT)], () => turns.shift() ?? { text: reportMessage() });
    const args = ['--plugin-dir', plugin, '--allowedTools', `mcp__${server}`];
    const run = await runClient({
      project: repository,
      script,
      args,
      env: { npm_config_offline: 'true', ...SERVERS_FIRST },
    });
    const offered = run.requests.find(isAgent)?.tools?.map(({ name }) => name) ?? [];
    expect(offered.filter((name) => name.endsWith('__sequentialthinking'))).toEqual([call.name]);
    expect(JSON.parse(toolResults(run)[0] ?? '')).toMatchObject({ thoughtNumber: 1, nextThoughtNeeded: false });
  });
});
