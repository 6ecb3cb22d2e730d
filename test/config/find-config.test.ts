import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, writeFiles } from '../support/repository.js';
import { CONFIG, EMPTY_TOOLS, findings, HELPER, run } from './run.js';

const OFF = '{ "rules": { "agent-tools-empty": "off" } }';
const ERROR = '{ "rules": { "agent-tools-empty": "error" } }';
const DEEP = { 'a/b/.keep': '' };

describe('the configuration is looked for from the current folder upwards', () => {
  test.each<[string, Record<string, string>, string, string[]]>([
    ['in the current folder', { [CONFIG]: OFF }, '.', []],
    ['in a folder above', { [CONFIG]: OFF }, 'a/b', []],
    ['in the nearest folder of several', { [CONFIG]: ERROR, [`a/${CONFIG}`]: OFF }, 'a/b', []],
    ['not in a folder below', { [`a/${CONFIG}`]: OFF }, '.', ['warning']],
    ['not in a folder beside', { [`c/${CONFIG}`]: OFF }, 'a/b', ['warning']],
    ['past a folder of that name', { [CONFIG]: OFF, [`a/${CONFIG}/x`]: '' }, 'a/b', []],
    ['not under another name', { 'backend-system-architect.config.jsonc': OFF }, '.', ['warning']],
  ])('%s', async (_, files, from, severities) => {
    const up = path.posix.relative(from, '.') || '.';
    const found = await findings([up], { ...DEEP, ...files }, from);
    expect(found.map((one) => one.split(' ')[0])).toEqual(severities);
  });

  test.each([
    ['whose .git is a folder', undefined],
    ['whose .git is a file, as of a worktree or a submodule', 'gitdir: ../elsewhere\n'],
  ])('but not above the root of a repository %s', async (_, gitFile) => {
    const outer = await makeRepository({ [CONFIG]: OFF });
    const inner = path.join(outer, 'inner');
    await writeFiles(inner, { [HELPER]: EMPTY_TOOLS, 'a/.keep': '' });
    if (gitFile) await writeFiles(inner, { '.git': gitFile });
    else await mkdir(path.join(inner, '.git'));
    for (const [cwd, target] of [
      [inner, '.'],
      [path.join(inner, 'a'), '..'],
    ] as const) {
      expect((await cli(['validate', target], { cwd })).stdout).toContain('1 warning\n');
    }
  });
});

describe('--config names the file to read', () => {
  const FILES = { [CONFIG]: ERROR, 'ci/strict.json': OFF };

  test('in the place of the one that would be found', async () => {
    expect(await findings(['--config', 'ci/strict.json'], FILES)).toEqual([]);
  });

  test('relative to the current folder', async () => {
    expect(await findings(['--config', '../ci/strict.json', '..'], { ...FILES, ...DEEP }, 'a')).toEqual([]);
  });

  test('whose globs are relative to its own folder', async () => {
    const files = { 'ci/a.json': '{ "ignore": ["../.claude/**"] }', 'ci/b.json': '{ "ignore": [".claude/**"] }' };
    expect(await findings(['--config', 'ci/b.json'], files)).toHaveLength(1);
    expect(await findings(['--config', 'ci/a.json'], files)).toHaveLength(0);
  });

  test.each([
    ['is not there', 'nope.json', 'does not exist.', 'Check the path.'],
    ['lies in a folder that is not there', 'no/pe.json', 'does not exist.', 'Check the path.'],
  ])('and says so when it %s', async (_, name, said, help) => {
    const { exitCode, stdout, stderr } = await run(['--config', name], { [CONFIG]: OFF });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*\n.*\n$/);
    expect(stderr).toContain(`${path.normalize(name)} ${said}\n  ${help}\n`);
  });

  test('and names it when it is a folder', async () => {
    const { stderr } = await run(['--config', '.claude']);
    expect(stderr).toContain('.claude is a folder where a file is needed.');
  });

  test('and says so in the JSON, too, where that is asked for', async () => {
    const { exitCode, stdout } = await run(['--format', 'json', '--config', 'nope.json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { message: expect.stringContaining('nope.json does not exist.'), help: 'Check the path.' },
    });
  });
});
