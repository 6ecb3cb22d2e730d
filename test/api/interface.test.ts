import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import type * as Api from '../../src/api.js';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

const packed = path.join(inject('packed'), 'node_modules/backend-system-architect');
const api = createRequire(import.meta.url)(path.join(packed, 'dist/index.cjs')) as typeof Api;

test('applying a plan leaves what install leaves, byte for byte', async () => {
  const [one, other] = [await makeRepository({ 'app/main.py': '' }), await makeRepository({ 'app/main.py': '' })];
  expect(api.applyPlan(await api.planInstall({ repository: one, mcp: 'context7' }))).toEqual({ kept: [] });
  expect((await cli(['install', '--mcp', 'context7'], { cwd: other })).exitCode).toBe(0);
  expect(await snapshot(one)).toEqual(await snapshot(other));
});

test('planning writes nothing', async () => {
  const repository = await makeRepository({ '.claude/settings.json': '{}' });
  const before = await snapshot(repository);
  const plan = await api.planInstall({ repository });
  expect(plan.changes.length).toBeGreaterThan(50);
  expect(await snapshot(repository)).toEqual(before);
});

test('a plan whose files have changed since is refused, and nothing is written', async () => {
  const repository = await makeRepository({ '.claude/settings.json': '{}' });
  const plan = await api.planInstall({ repository });
  await writeFile(path.join(repository, '.claude/settings.json'), '{ "model": "opus" }');
  const before = await snapshot(repository);
  expect(() => api.applyPlan(plan)).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringContaining('changed in the meantime') }),
  );
  expect(await snapshot(repository)).toEqual(before);
});

test('a plan that is stopped or obstructed is refused with the file and the way out', async () => {
  const broken = await makeRepository({ '.claude/settings.json': '{ "hooks": ' });
  const plan = await api.planInstall({ repository: broken });
  expect(plan.stopped).toBe(true);
  expect(() => api.applyPlan(plan)).toThrow(
    expect.objectContaining({ message: expect.stringContaining('.claude/settings.json'), help: expect.any(String) }),
  );
  const blocked = await api.planInstall({ repository: await makeRepository({ '.claude/skills': 'a file' }) });
  expect(blocked.obstacles.length).toBeGreaterThan(0);
  expect(() => api.applyPlan(blocked)).toThrow(expect.objectContaining({ name: 'UsageError' }));
});

test.each([
  ['a repository that does not exist', { repository: 'nowhere' }, 'nowhere does not exist.'],
  ['a skill that there is not', { repository: '.', skills: 'cooking' }, 'cooking'],
])('%s is a UsageError that says so', async (_, options, message) => {
  await expect(api.planInstall(options)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(message),
    help: expect.any(String),
  });
});

test('validate says what the command line says, and keeps to a configuration', async () => {
  const agent = '---\nname: a\ndescription: b\ntools: [Grpe]\n---\nRead.\n';
  const config = JSON.stringify({ rules: { 'agent-tool-unknown': 'off' } });
  const cwd = await makeRepository({
    '.claude/agents/a.md': agent,
    'strict/.claude/agents/a.md': agent,
    'strict/backend-system-architect.config.json': config,
  });
  const { stdout } = await cli(['validate', '.claude', '--format', 'json'], { cwd });
  const { diagnostics, failure } = await api.validate({ cwd, paths: ['.claude'] });
  expect(diagnostics).toMatchObject(
    JSON.parse(stdout).diagnostics.map(({ ruleId, message }: Api.Diagnostic) => ({ ruleId, message })),
  );
  expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('agent-tool-unknown');
  expect(failure).toBeDefined();
  const { diagnostics: rest } = await api.validate({ cwd: path.join(cwd, 'strict') });
  expect(rest.map(({ ruleId }) => ruleId)).not.toContain('agent-tool-unknown');
});

test('it loads by require and by import alike, and nothing of it runs the command line', async () => {
  const names = "Object.keys(m).filter((k) => /^[a-z]/.test(k) && k !== 'default').sort().join()";
  const file = JSON.stringify(path.join(packed, 'dist/index.cjs'));
  const run = (args: string[]) => promisify(execFile)(process.execPath, args);
  const required = await run(['-e', `const m = require(${file}); m.parseDefinition(''); console.log(${names})`]);
  const url = JSON.stringify(`file://${path.join(packed, 'dist/index.cjs').replaceAll('\\', '/')}`);
  const imported = await run(['--input-type=module', '-e', `import * as m from ${url}; console.log(${names})`]);
  const expected = 'applyPlan,parseDefinition,planInstall,reportContract,validate\n';
  expect(required).toEqual({ stdout: expected, stderr: '' });
  expect(imported).toEqual({ stdout: expected, stderr: '' });
});
