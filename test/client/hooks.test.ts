import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';
import { makeRepository, writeFiles } from '../support/repository.js';
import { runClient } from './run-client.js';
import { type ModelRequest, messagesText, type Script } from './scripted-api.js';
import { AGENT, complaints, isAgent, play, REPORT, reportMessage, sessionOf, startAgent } from './session.js';

async function installed(): Promise<string> {
  const repository = await makeServiceRepository();
  expect(await cli(['install', '--no-mcp'], { cwd: repository })).toMatchObject({ exitCode: 0, stderr: '' });
  return repository;
}

const readState = async (repository: string) =>
  JSON.parse(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8'));

const firstOf = (requests: ModelRequest[]) => messagesText(requests[0] as ModelRequest);

test('two agents that stop at once are both recorded, each with its own report', async () => {
  const repository = await installed();
  const script = sessionOf([startAgent(AGENT, 'Do orders.'), startAgent(AGENT, 'Do invoices.')], (request) => {
    const feature = messagesText(request).includes('Do orders.') ? 'orders' : 'invoices';
    return { text: reportMessage({ ...REPORT, feature }) };
  });
  const run = await runClient({ project: repository, script });
  expect(complaints(run.debugLog)).toEqual([]);
  const { tasks_completed } = await readState(repository);
  expect(tasks_completed.map(({ feature }: { feature: string }) => feature).sort()).toEqual(['invoices', 'orders']);
  expect(await readdir(path.join(repository, '.claude/context/handoffs'))).toHaveLength(6);
});

test('a bad report is sent back, restated, and reaches the parent session whole', async () => {
  const repository = await installed();
  const bad = reportMessage({ ...REPORT, endpoints_created: [{ method: 'POST' }] });
  const run = await runClient({ project: repository, script: play(bad, reportMessage()) });
  const feedback = messagesText(run.requests.filter(isAgent)[1] as ModelRequest);
  expect(feedback).toContain('/endpoints_created/0/path: expected a path that starts with "/"');
  const toParent = messagesText(run.requests.filter((request) => !isAgent(request)).at(-1) as ModelRequest);
  for (const key of Object.keys(REPORT)) expect(toParent).toContain(JSON.stringify(key));
});

test('a handoff arrives in the first message of the agent that it is for', async () => {
  const repository = await installed();
  await writeFiles(repository, {
    '.claude/agents/database-engineer.md':
      '---\nname: database-engineer\ndescription: Writes migrations.\ntools: Read\n---\nYou write migrations.\n',
  });
  await runClient({ project: repository, script: play(reportMessage()) });
  const engineer: ModelRequest[] = [];
  const script = sessionOf([startAgent('database-engineer', 'Write the migration.')], (request) => {
    engineer.push(request);
    return { text: 'Migrated.' };
  });
  const run = await runClient({ project: repository, script });
  expect(complaints(run.debugLog)).toEqual([]);
  expect(firstOf(engineer)).toContain('Work that other agents have left to database-engineer');
  expect(firstOf(engineer)).toContain(JSON.stringify({ models_created: REPORT.models_created }));
});

test('the decisions of one run reach the next one as it starts', async () => {
  const repository = await installed();
  await runClient({ project: repository, script: play(reportMessage()) });
  const run = await runClient({ project: repository, script: play(reportMessage()) });
  expect(firstOf(run.requests.filter(isAgent))).toContain('"decision":"Addresses are unique by constraint"');
});

test('as the main session the agent is held to its report too, and recorded by session and prompt', async () => {
  const repository = await installed();
  const messages = ['No report.', reportMessage()];
  const script = (request: ModelRequest) => ({
    text: isAgent(request) ? (messages.shift() ?? 'Nothing.') : 'A title.',
  });
  const run = await runClient({ project: repository, script, args: ['--agent', AGENT] });
  expect(messages).toEqual([]);
  expect(complaints(run.debugLog)).toEqual([]);
  expect(run.events.at(-1)).toMatchObject({ type: 'result', result: expect.stringContaining('"feature"') });
  const { tasks_completed } = await readState(repository);
  expect(tasks_completed).toMatchObject([
    { agent: AGENT, run: expect.stringMatching(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/) },
  ]);
});

test('in a workspace that is not trusted no hook of the agent runs, which install has said', async () => {
  const repository = await makeRepository();
  const home = path.join(repository, '..', 'home');
  await mkdir(home);
  const { stdout } = await cli(['install', '--no-mcp'], { cwd: repository, env: { HOME: home } });
  expect(stdout).toContain('trust');
  const run = await runClient({ project: repository, script: play('No report.', reportMessage()), trusted: false });
  expect(run.requests.filter(isAgent)).toHaveLength(1);
  expect(run.debugLog).toContain('not trusted');
  await expect(readState(repository)).rejects.toThrow('ENOENT');
});

test('`env` in settings.json makes the contract advisory: nothing is sent back, the user is told', async () => {
  const repository = await installed();
  const file = path.join(repository, '.claude/settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...settings, env: { BACKEND_SYSTEM_ARCHITECT_REPORT: 'advisory' } }));
  const run = await runClient({ project: repository, script: play('No report.', reportMessage()) });
  expect(run.requests.filter(isAgent)).toHaveLength(1);
  expect(JSON.stringify(run.events)).toContain(`output-validator: ${AGENT} stopped without a valid report`);
  expect((await readState(repository)).tasks_pending).toHaveLength(1);
});

test('a file that Bash changed outside the boundaries is in the record and told to the user', async () => {
  const repository = await installed();
  const command = 'mkdir -p frontend backend/app/api && echo 1 > frontend/stray.ts && echo 1 > backend/app/api/fine.py';
  const turns = [{ tools: [{ name: 'Bash', input: { command, description: 'write' } }] }, { text: reportMessage() }];
  const script = sessionOf([startAgent(AGENT)], () => turns.shift() ?? { text: 'Nothing.' });
  const run = await runClient({ project: repository, script, args: ['--allowedTools', 'Bash'] });
  const [task] = (await readState(repository)).tasks_completed;
  expect(task).toMatchObject({ tool_calls: { count: 1, complete: true, budget: 'Single endpoint' } });
  expect(task.outside_boundaries).toContain('frontend/stray.ts');
  expect(task.outside_boundaries).not.toContain('backend/app/api/fine.py');
  expect(JSON.stringify(run.events)).toContain('files outside the Boundaries were changed during the run');
});

test.each([
  ['about the backend', 'Add an endpoint with JWT.', true],
  ['about something else', 'Fix the padding of the header.', false],
  ['about the backend, without the router', 'Add an endpoint with JWT.', false],
])('a prompt %s carries the line of the router to the model: %s, %s', async (name, prompt, expected) => {
  const repository = await makeRepository();
  await cli(['install', '--no-mcp', ...(name.includes('without') ? ['--no-router'] : [])], { cwd: repository });
  const run = await runClient({ project: repository, script: () => ({ text: 'Done.' }), prompt });
  const asked = run.requests.filter((request) => messagesText(request).includes(prompt));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.some((request) => messagesText(request).includes(`the subagent ${AGENT} is for`))).toBe(expected);
  expect(complaints(run.debugLog)).toEqual([]);
});

test.each([
  ['asks for backend work without a word of Auto Mode', 'make the payment idempotent', 1],
  ['has a word of Auto Mode in another sense', 'React Router route', 0],
])(
  'a model that follows the line of the router starts the agent for a prompt that %s: %s',
  async (_, prompt, agents) => {
    const repository = await makeRepository();
    await cli(['install', '--no-mcp'], { cwd: repository });
    const script: Script = (request) => {
      if (isAgent(request)) return { text: reportMessage() };
      const started = request.messages.some(({ role }) => role === 'assistant');
      const told = /Delegate the backend work in it to that agent/.test(messagesText(request));
      const [, name = ''] = /that is what the subagent ([\w-]+) is for/.exec(messagesText(request)) ?? [];
      return told && !started ? { tools: [startAgent(name, 'Do it.')] } : { text: 'Done.' };
    };
    const run = await runClient({ project: repository, script, prompt });
    expect(run.exitCode).toBe(0);
    expect(run.requests.filter(isAgent)).toHaveLength(agents);
  },
);

test('an agent that ends in the background is not started again by the words of its own report', async () => {
  const repository = await makeServiceRepository();
  await cli(['install', '--no-mcp'], { cwd: repository });
  const start = startAgent(AGENT);
  const turns = [
    { tools: [{ ...start, input: { ...start.input, run_in_background: true } }] },
    // The notification comes with the next turn that ends after the agent.
    { tools: [{ name: 'Bash', input: { command: 'sleep 4' } }] },
  ];
  const script = (request: ModelRequest) => {
    if (isAgent(request)) return { text: reportMessage() };
    return (request.tools?.length ? turns.shift() : undefined) ?? { text: 'Done.' };
  };
  const run = await runClient({ project: repository, script, prompt: 'Hello.', args: ['--allowedTools', 'Bash'] });
  const session = messagesText(run.requests.findLast((request) => !isAgent(request)) as ModelRequest);
  expect(session).toContain('<task-notification>');
  expect(session).toContain('/api/v1/auth/register');
  expect(session).not.toContain('that is what the subagent');
});
