import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { cli, runProcess } from '../support/cli.js';
import { makeRepository, writeFiles } from '../support/repository.js';

const TABLE = '.claude/agents/backend-system-architect.routing.json';

test('route says whether the agent would be pointed out, by exit code too', async () => {
  const cwd = await makeRepository();
  const yes = await cli(['route', 'make the payment idempotent'], { cwd });
  expect(yes).toMatchObject({ exitCode: 0, stderr: '' });
  expect(yes.stdout).toMatch(/^routed: payment, idempotent \(score \d\.\d\d, threshold 1\.00\)\n$/);
  const no = await cli(['route', 'React Router route'], { cwd });
  expect(no).toMatchObject({ exitCode: 1, stderr: '' });
  expect(no.stdout).toMatch(/^not routed \(score -?\d\.\d\d, threshold 1\.00\)\n$/);
  expect(await cli(['route', '/review'], { cwd })).toMatchObject({
    exitCode: 1,
    stdout: 'not routed: it is a command\n',
  });
});

test('--explain names each group with its words, the file to edit and the line; JSON has the same', async () => {
  const cwd = await makeRepository();
  await cli(['install'], { cwd });
  const args = ['route', 'Return a 409 on duplicate email', '--explain'];
  const { stdout } = await cli(args, { cwd });
  expect(stdout).toMatch(/^ {2}\+\d\.\d\d {2}status codes +409$/m);
  expect(stdout).toContain(path.join(cwd, TABLE));
  expect(stdout).toContain('What the model is told: The request reads as backend work (409,');
  const json = JSON.parse((await cli([...args, '--format', 'json'], { cwd })).stdout);
  expect(json).toMatchObject({ routed: true, threshold: 1, table: path.join(cwd, TABLE) });
  expect(json.groups.flatMap(({ matches }: { matches: { words: string }[] }) => matches)).toContainEqual({
    term: '409',
    words: '409',
  });
});

test('the prompt may come by standard input', async () => {
  const bin = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
  const options = { cwd: await makeRepository(), env: process.env, input: 'Design a GraphQL schema' };
  expect(await runProcess(process.execPath, [bin, 'route', '-'], options)).toMatchObject({ exitCode: 0, stderr: '' });
});

test('an edited table is what counts, an upgrade keeps the edit, and a broken one is one clear error', async () => {
  const cwd = await makeRepository();
  await cli(['install'], { cwd });
  const text = await readFile(path.join(cwd, TABLE), 'utf8');
  const edited = text.replace('"openapi", ', '"openapi", "zeppelin", ');
  await writeFiles(cwd, { [TABLE]: edited });
  expect((await cli(['route', 'zeppelin'], { cwd })).stdout).toContain('routed: zeppelin');
  await cli(['install'], { cwd });
  expect(await readFile(path.join(cwd, TABLE), 'utf8')).toBe(edited);
  await writeFiles(cwd, { [TABLE]: edited.replace('"threshold": 1', '"threshold": "1"') });
  const broken = await cli(['route', 'zeppelin'], { cwd });
  expect(broken).toMatchObject({ exitCode: 2, stdout: '' });
  expect(broken.stderr).toContain(`${TABLE}: threshold must be a number, but is "1".`);
});
