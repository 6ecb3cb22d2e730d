import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runClient } from '../client/run-client.js';
import { messagesText } from '../client/scripted-api.js';
import { AGENT, complaints, isAgent, reportMessage, sessionOf, startAgent } from '../client/session.js';
import { toolResults } from '../client/tool-results.js';
import { cli } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';
import { writeFiles } from '../support/repository.js';

test.each([
  ['in a project', [] as string[]],
  ['in the user’s own folder', ['--scope', 'user']],
])('%s the hooks work without a shell: no starter script is there', async (_, scope) => {
  const project = await makeServiceRepository();
  const home = path.join(project, '..', 'a home');
  const state = { hasCompletedOnboarding: true, projects: { [project]: { hasTrustDialogAccepted: true } } };
  await writeFiles(home, { '.claude.json': JSON.stringify(state) });
  const env = { HOME: home };
  const installed = await cli(['install', '--no-mcp', '--hook-starter', 'node', ...scope], { cwd: project, env });
  expect(installed).toMatchObject({ exitCode: 0, stderr: '' });
  const hooks = path.join(scope.length > 0 ? home : project, '.claude/hooks/agent');
  for (const name of await readdir(hooks)) if (name.endsWith('.sh')) await rm(path.join(hooks, name));

  const turns = [
    { tools: [{ name: 'Write', input: { file_path: 'frontend/src/App.tsx', content: 'x' } }] },
    { text: 'No report.' },
    { text: reportMessage() },
  ];
  const script = sessionOf([startAgent(AGENT)], () => turns.shift() ?? { text: 'Nothing more.' });
  const run = await runClient({ project, env, script });
  expect(complaints(run.debugLog)).toEqual([]);
  const session = messagesText(run.requests.find((request) => !isAgent(request)) as never);
  expect(session).toContain(`that is what the subagent ${AGENT} is for`);
  expect(toolResults(run)[0]).toContain("frontend/** is frontend-ui-developer's");
  expect(messagesText(run.requests.filter(isAgent)[2] as never)).toContain('The message has no fenced json block.');
  const recorded = await readFile(path.join(project, '.claude/context/session/state.json'), 'utf8');
  expect(JSON.parse(recorded).tasks_completed).toMatchObject([{ agent: AGENT }]);
});
