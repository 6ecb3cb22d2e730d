import { chmod, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type CliResult, cli, runProcess } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

const THEIRS = { '.claude/settings.json': '{ "model": "opus" } // mine\n', '.claude/agents/mine.md': 'mine' };
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Runs the command line as somebody who may not write everywhere. */
async function asNobody(args: readonly string[], repository: string): Promise<CliResult> {
  if (!isRoot) return cli(args, { cwd: repository });
  const script =
    'process.setgid(+process.argv[1]); process.setuid(+process.argv[1]); process.argv.splice(1, 2, process.argv[2]); require("node:module").runMain()';
  // The package may lie where only its owner may look.
  const copy = await mkdtemp('/tmp/nobody-');
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await promiseOf('cp', [
    '-r',
    path.join(inject('packed'), 'node_modules/backend-system-architect'),
    path.join(copy, 'package'),
  ]);
  await promiseOf('chmod', ['-R', 'a+rX', copy, path.dirname(repository)]);
  const file = path.join(copy, 'package/dist/bin.cjs');
  return runProcess(process.execPath, ['-e', script, String(NOBODY), file, ...args], {
    cwd: repository,
    env: process.env,
  });
}

async function promiseOf(command: string, args: string[]): Promise<void> {
  const { exitCode, stderr } = await runProcess(command, args, { cwd: '/', env: process.env });
  expect(exitCode, stderr).toBe(0);
}

test.skipIf(process.platform === 'win32')('a repository that may not be written is one error', async () => {
  const repository = await makeRepository(THEIRS);
  await chmod(repository, 0o555);
  onTestFinished(() => chmod(repository, 0o755));
  const before = await snapshot(repository);
  const { exitCode, stdout, stderr } = await asNobody(['install'], repository);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: No permission for .* Everything is as it was\.\n/);
  expect(await snapshot(repository)).toEqual(before);
});

test.skipIf(process.platform === 'win32')('one folder that may not be written leaves all of it as it was', async () => {
  const repository = await makeRepository({ ...THEIRS, '.claude/skills/mine/SKILL.md': '' });
  if (isRoot) await promiseOf('chown', ['-R', String(NOBODY), path.dirname(repository)]);
  const skills = path.join(repository, '.claude/skills');
  await chmod(skills, 0o555);
  onTestFinished(() => chmod(skills, 0o755));
  const before = await snapshot(repository);
  const { exitCode, stderr } = await asNobody(['install'], repository);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: No permission for .*\.claude\/skills\/.* Everything is as it was\.\n/);
  expect(await snapshot(repository)).toEqual(before);
});

test('a file that was made read-only is not written over, not even by its owner', async () => {
  const repository = await makeRepository(THEIRS);
  const settings = path.join(repository, '.claude/settings.json');
  await chmod(settings, 0o444);
  onTestFinished(() => chmod(settings, 0o644));
  const before = await snapshot(repository);
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error: ${settings} is read-only; nothing was changed.`);
  expect(await snapshot(repository)).toEqual(before);
});
