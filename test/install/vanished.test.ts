import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { runProcess } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

const bin = () => path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');

test.each([
  ['is not set', {}, 'There is no home folder'],
  ['has vanished', { HOME: '/vanished/home' }, 'The folder /vanished/home does not exist.'],
])('a home that %s is one error for the user’s own installation', async (_, home, message) => {
  const repository = await makeRepository();
  const { HOME: __, USERPROFILE: ___, CLAUDE_CONFIG_DIR: ____, ...env } = process.env;
  const args = [bin(), 'install', '--scope', 'user'];
  const { exitCode, stderr } = await runProcess(process.execPath, args, { cwd: repository, env: { ...env, ...home } });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error: ${message}`);
});

test.skipIf(process.platform === 'win32')('a folder that has vanished beneath the command is one error', async () => {
  const repository = await makeRepository();
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" install';
  const { exitCode, stderr } = await runProcess('sh', ['-c', script, process.execPath, bin()], {
    cwd: repository,
    env: process.env,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: The current folder does not exist any more\.\n {2}/);
});
