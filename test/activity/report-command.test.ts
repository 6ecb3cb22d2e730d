import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { EXAMPLE } from './example-context.js';

const PAGE = '.claude/context/report.html';
const STATE = '.claude/context/session/state.json';

async function exampleRepository(): Promise<string> {
  const repository = await makeRepository();
  const agent = await readFile(path.resolve('agents/backend-system-architect.md'), 'utf8');
  await writeFiles(repository, { ...EXAMPLE, '.claude/agents/backend-system-architect.md': agent });
  return repository;
}

describe('in the terminal', () => {
  test('report says in a few lines what the agent did, and changes nothing', async () => {
    const cwd = await exampleRepository();
    const before = await snapshot(cwd);
    const { exitCode, stdout, stderr } = await cli(['report'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 14)).toEqual([
      `What agents did in ${cwd} from 2026-03-03 to 2026-04-02:`,
      '  Runs        5 completed, 1 pending',
      '  Endpoints   10',
      '  Models      4',
      '  Decisions   5, 4 active',
      '  Handoffs    2 pending, 1 closed',
      '  Budgets     4 kept, 1 over, 1 uncertain',
      '  Outside     2 files outside the boundaries, in 1 run',
      'Newest runs (times in UTC):',
      '  2026-04-02 14:10  pending    Unnamed run',
      expect.stringMatching(/^ {31}at least 61 tool calls, which may be more than the budget/),
      '  2026-03-30 11:20  completed  order-events',
      `${' '.repeat(31)}26 tool calls, within budget (CRUD feature: up to 40)`,
      '  2026-03-19 16:55  completed  payment-webhooks',
    ]);
    expect(await snapshot(cwd)).toEqual(before);
  });

  test('--format json is the same as data, for another folder too', async () => {
    const repository = await exampleRepository();
    const { exitCode, stdout } = await cli(['report', repository, '--format', 'json'], { cwd: '/' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'report',
      directory: repository,
      summary: {
        runs: { completed: 5, pending: 1 },
        budgets: { kept: 4, over: 1 },
        first: { iso: expect.any(String) },
      },
      runs: [{ number: 6, standing: 'pending' }, { number: 5 }, { number: 4, verdict: 'over' }, {}, {}, { number: 1 }],
      faults: [],
    });
  });

  test('agent files that cannot be read leave the budgets unknown, and the report as it is', async () => {
    const cwd = await makeRepository(EXAMPLE);
    await mkdir(path.join(cwd, '.claude/agents/folder.md'), { recursive: true });
    const { exitCode, stdout } = await cli(['report'], { cwd, env: { HOME: '/nowhere' } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('97 tool calls, over the largest budget\n');
    expect(stdout).toContain('26 tool calls, within budget (CRUD feature)\n');
  });

  test('a repository without records is told how they come about', async () => {
    const { exitCode, stdout } = await cli(['report'], { cwd: await makeRepository() });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Nothing is recorded yet in .*\nWhen the agent ends a run/);
  });

  test('files that cannot be read are named, exit 1, and stay as they are', async () => {
    const cwd = await exampleRepository();
    await writeFiles(cwd, { [STATE]: '{', '.claude/context/handoffs/x.json': '{ "$schema": "handoff/9" }' });
    const before = await snapshot(cwd);
    const { exitCode, stdout } = await cli(['report'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${STATE} cannot be read: `);
    expect(stdout).toContain('x.json was written by a later version of this package (handoff/9); it is left out.');
    expect(stdout).toContain('Handoffs    2 pending, 1 closed');
    expect((await cli(['report', '--format', 'json'], { cwd })).exitCode).toBe(1);
    expect(await snapshot(cwd)).toEqual(before);
  });

  test.skipIf(process.platform === 'win32')('what stands in the records steers no terminal', async () => {
    const cwd = await makeRepository();
    const state = { tasks_completed: [{ feature: '\u001b[31mred\u202E\n::error::', at: '\u0007' }] };
    await writeFiles(cwd, { [STATE]: JSON.stringify(state), '.claude/context/handoffs/\u001b[1m.json': '{' });
    const { stdout } = await cli(['report'], { cwd });
    expect(stdout).toContain('\\u001b[31mred\\u202e\\u000a::error::');
    expect(stdout).toContain('\\u001b[1m.json cannot be read');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  });
});

test('long texts are cut in the terminal, and a folder may be called anything', async () => {
  const cwd = path.join(await makeRepository(), '$& {}');
  await mkdir(cwd);
  expect((await cli(['report'], { cwd })).stdout).toContain(`Nothing is recorded yet in ${cwd}.\n`);
  const long = 'x'.repeat(100_000);
  await writeFiles(cwd, { [STATE]: JSON.stringify({ tasks_completed: [{ feature: long, agent: long, at: long }] }) });
  expect((await cli(['report'], { cwd })).stdout.length).toBeLessThan(2_000);
});

describe('--html', () => {
  test('writes the page beside the records, prints its path alone, and writes it anew the next time', async () => {
    const cwd = await exampleRepository();
    for (const _ of [1, 2]) {
      const { exitCode, stdout, stderr } = await cli(['report', '--html'], { cwd });
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `${path.join(cwd, PAGE)}\n`, stderr: '' });
    }
    expect(await readFile(path.join(cwd, PAGE), 'utf8')).toContain('<h1>my project</h1>');
    expect((await readdir(path.join(cwd, '.claude/context'))).sort()).toEqual([
      ...['handoffs', 'knowledge', 'report.html', 'session'],
    ]);
  });

  test('makes the folder of the records where there is none, and git leaves the page out', async () => {
    const cwd = await makeRepository();
    const { exitCode } = await cli(['report', '--html'], { cwd });
    expect(exitCode).toBe(0);
    expect(spawnSync('git', ['check-ignore', PAGE], { cwd }).status).toBe(0);
    expect(spawnSync('git', ['check-ignore', '.claude/context/.gitignore'], { cwd }).status).toBe(1);
  });

  test('with a file writes to it, from the current folder, for another repository too', async () => {
    const repository = await exampleRepository();
    const cwd = await makeRepository();
    const { stdout } = await cli(['report', repository, '--html', 'page.html', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toEqual({
      ...{ command: 'report', page: path.join(cwd, 'page.html'), faults: [], keptAside: [] },
    });
    expect(await readFile(path.join(cwd, 'page.html'), 'utf8')).toContain('payment-webhooks');
  });

  test.each([
    ['a page of somebody else', 'page.html', '<!doctype html>\n<html lang="en">\n'],
    ['an empty file', 'page.html', ''],
    ['somebody else’s file where the page stands by default', PAGE, 'mine'],
  ])('leaves %s alone unless --force is given', async (_, file, content) => {
    const cwd = await makeRepository();
    await writeFiles(cwd, { [file]: content });
    const before = await snapshot(cwd);
    const args = ['report', ...(file === PAGE ? ['--html'] : ['--html', file])];
    const { exitCode, stdout, stderr } = await cli(args, { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      `error: ${path.join(cwd, file)} is there and is no page that this command wrote, so it stays as it is.\n` +
        '  Name another file, move this one away, or replace it with --force.\n',
    );
    expect(await snapshot(cwd)).toEqual(before);
    expect((await cli([...args, '--force'], { cwd })).exitCode).toBe(0);
    expect(await readFile(path.join(cwd, file), 'utf8')).toContain('Nothing is recorded yet');
  });

  test.skipIf(process.platform === 'win32')('never writes through a link', async () => {
    const cwd = await makeRepository({ 'target.txt': 'theirs' });
    await symlink('target.txt', path.join(cwd, 'page.html'));
    await symlink('nowhere', path.join(cwd, 'dangling.html'));
    expect((await cli(['report', '--html', 'page.html'], { cwd })).exitCode).toBe(2);
    expect((await cli(['report', '--html', 'dangling.html'], { cwd })).exitCode).toBe(2);
    expect((await cli(['report', '--html', 'page.html', '--force'], { cwd })).exitCode).toBe(0);
    expect(await readFile(path.join(cwd, 'target.txt'), 'utf8')).toBe('theirs');
  });

  test.each([
    ['a folder', ['--html', '.'], 'is a folder.'],
    ['a place in no folder', ['--html', 'no/page.html'], 'There is no folder '],
    ['a place below a file', ['--html', 'file/page.html'], 'a file stands where a folder is needed'],
    ['--force without a page', ['--force'], '--force is for the page'],
    ['a repository that does not exist', ['nowhere'], 'nowhere does not exist.'],
  ])('%s is a clear error', async (_, args, message) => {
    const cwd = await makeRepository({ file: '' });
    const before = await snapshot(cwd);
    const { exitCode, stderr } = await cli(['report', ...args], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(await snapshot(cwd)).toEqual(before);
  });

  test('names files that cannot be read on the page and on stderr, exit 1', async () => {
    const cwd = await exampleRepository();
    await writeFiles(cwd, { [STATE]: '{' });
    const { exitCode, stdout, stderr } = await cli(['report', '--html'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: `${path.join(cwd, PAGE)}\n` });
    expect(stderr).toContain(`${STATE} cannot be read: `);
    expect(await readFile(path.join(cwd, PAGE), 'utf8')).toContain(`<code>${STATE}</code> cannot be read: `);
  });

  test('readers see the old page or the new one, whole, while many write it', async () => {
    const cwd = await exampleRepository();
    await cli(['report', '--html'], { cwd });
    const writers = Array.from({ length: 6 }, () => cli(['report', '--html'], { cwd }));
    let isWriting = true;
    const all = Promise.all(writers).finally(() => {
      isWriting = false;
    });
    while (isWriting) {
      expect(await readFile(path.join(cwd, PAGE), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    }
    expect((await all).map(({ exitCode }) => exitCode)).toEqual(Array(6).fill(0));
    expect((await readdir(path.join(cwd, '.claude/context'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('uninstall --purge removes the page, but no other file of that name', async () => {
  const cwd = await makeRepository();
  await cli(['install', '--no-mcp'], { cwd });
  await cli(['report', '--html'], { cwd });
  expect((await cli(['uninstall', '--purge'], { cwd })).exitCode).toBe(0);
  expect(await snapshot(cwd)).toEqual({});
  await cli(['install', '--no-mcp'], { cwd });
  await mkdir(path.dirname(path.join(cwd, PAGE)), { recursive: true });
  await writeFile(path.join(cwd, PAGE), 'mine');
  await cli(['uninstall', '--purge'], { cwd });
  expect(await readFile(path.join(cwd, PAGE), 'utf8')).toBe('mine');
});
