import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { cli } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';
import { writeFiles } from '../support/repository.js';
import { runClient } from './run-client.js';
import { type ModelRequest, messagesText } from './scripted-api.js';
import { AGENT, complaints, isAgent, play, REPORT, reportMessage } from './session.js';

async function installed(): Promise<string> {
  const repository = await makeServiceRepository();
  const { exitCode, stderr } = await cli(['install', '--no-mcp'], { cwd: repository });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return repository;
}

test('the client runs the installed agent, sends a report without JSON back and takes the second one', async () => {
  const repository = await installed();
  const run = await runClient({ project: repository, script: play('All done, no report.', reportMessage()) });
  expect(run.exitCode).toBe(0);
  expect(complaints(run.debugLog)).toEqual([]);

  const requests = run.requests.filter(isAgent);
  expect(requests).toHaveLength(2);
  const [first, second] = requests.map(messagesText);
  const preloaded = (first ?? '').match(/Base directory for this skill: .*/g) ?? [];
  expect(preloaded.map((line) => path.basename(line)).sort()).toEqual(await preloadedSkills());
  expect(second).toContain('The message has no fenced json block.');
  expect(second).toContain('State the whole report again.');

  const toParent = run.requests.filter((request) => !isAgent(request)).map(messagesText);
  expect(toParent.at(-1)).toContain('"feature": "user-registration"');
  expect(toParent.at(-1)).not.toContain('All done, no report.');
});

test('an accepted report becomes a completed task, decisions and three handoffs', async () => {
  const repository = await installed();
  await runClient({ project: repository, script: play(reportMessage()) });
  const context = path.join(repository, '.claude/context');
  const state = JSON.parse(await readFile(path.join(context, 'session/state.json'), 'utf8'));
  expect(state.tasks_pending).toEqual([]);
  expect(state.tasks_completed).toMatchObject([{ agent: AGENT, feature: 'user-registration', report: REPORT }]);
  expect(state.agent_decisions[AGENT]).toMatchObject([{ decision: 'Addresses are unique by constraint' }]);

  const files = await readdir(path.join(context, 'handoffs'));
  const handoffs = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(path.join(context, 'handoffs', file), 'utf8'))),
  );
  const byAgent = Object.fromEntries(handoffs.map((handoff) => [handoff.to, handoff]));
  expect(Object.keys(byAgent).sort()).toEqual(['code-quality-reviewer', 'database-engineer', 'frontend-ui-developer']);
  expect(byAgent['database-engineer'].payload).toEqual({ models_created: REPORT.models_created });
  expect(byAgent['frontend-ui-developer'].payload).toEqual({ endpoints_created: REPORT.endpoints_created });
  expect(byAgent['code-quality-reviewer'].payload).toEqual(REPORT);
});

test('a third broken report is not sent back again: the run is recorded as pending with its blockers', async () => {
  const repository = await installed();
  const run = await runClient({
    project: repository,
    script: play('No report.', 'Still none.', 'Never.', reportMessage()),
  });
  expect(run.requests.filter(isAgent)).toHaveLength(3);
  const state = JSON.parse(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8'));
  expect(state.tasks_completed).toEqual([]);
  expect(state.tasks_pending).toMatchObject([{ agent: AGENT, blockers: ['The message has no fenced json block.'] }]);
  expect(JSON.stringify(run.events)).toContain(`output-validator: ${AGENT} stopped without a valid report`);
});

test('the main session sees when to use the agent: its description carries every Auto Mode keyword', async () => {
  const repository = await installed();
  const run = await runClient({ project: repository, script: () => ({ text: 'Hello.' }) });
  const line = messagesText(run.requests[0] as ModelRequest)
    .split('\n')
    .find((text) => text.startsWith(`- ${AGENT}: `));
  const parsed = parseDefinition(await readFile(path.join(repository, `.claude/agents/${AGENT}.md`), 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  expect(parsed.definition.keywords).toHaveLength(19);
  for (const { value } of parsed.definition.keywords) expect(line?.toLowerCase()).toContain(value.toLowerCase());
});

test('the three MCP servers of the definition reach the agent through its tools', async () => {
  const repository = await installed();
  const server = path.resolve(import.meta.dirname, 'mcp-server.mjs');
  const servers = {
    context7: ['resolve-library-id', 'query-docs', 'unrelated'],
    'postgres-mcp': ['search_objects', 'execute_sql'],
    'sequential-thinking': ['sequentialthinking'],
  };
  const mcpServers = Object.fromEntries(
    Object.entries(servers).map(([name, tools]) => [name, { command: process.execPath, args: [server, ...tools] }]),
  );
  await writeFiles(repository, { '.mcp.json': JSON.stringify({ mcpServers }) });
  const run = await runClient({ project: repository, script: play(reportMessage()) });
  const offered = run.requests.find(isAgent)?.tools?.map(({ name }) => name) ?? [];
  const expected = Object.entries(servers).flatMap(([name, tools]) => tools.map((tool) => `mcp__${name}__${tool}`));
  expect(offered.filter((name) => name.startsWith('mcp__')).sort()).toEqual(
    expected.filter((name) => !name.endsWith('__unrelated')).sort(),
  );
  expect(complaints(run.debugLog)).toEqual([]);
});

async function preloadedSkills(): Promise<string[]> {
  const file = path.resolve(import.meta.dirname, `../../agents/${AGENT}.md`);
  const parsed = parseDefinition(await readFile(file, 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  const skills = parsed.definition.frontmatter.values.skills as string[];
  expect(skills).toHaveLength(13);
  return [...skills].sort();
}
