import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { runProcess } from './support/cli.js';
import { makeRepository } from './support/repository.js';

const readme = await readFile(path.resolve(import.meta.dirname, '../README.md'), 'utf8');

/** Where the transcript says that the reader's folders are. */
const HOME = '/home/you';

/** Runs a line of the README in a folder beside the reader's repository, where `npx` finds the packed package. */
async function readerSession() {
  const repository = await makeRepository();
  const home = path.join(repository, '..');
  await cp(repository, path.join(home, 'my-repository'), { recursive: true });
  const checkout = path.join(home, 'backend-system-architect');
  await mkdir(checkout);
  await symlink(path.join(inject('packed'), 'node_modules'), path.join(checkout, 'node_modules'), 'junction');
  const env = { ...process.env, HOME: home, npm_config_offline: 'true', npm_config_loglevel: 'error' };
  return async (command: string) => {
    const result = await runProcess('sh', ['-c', command], { cwd: checkout, env });
    return { ...result, stdout: result.stdout.replaceAll(home, HOME) };
  };
}

test.skipIf(process.platform === 'win32')('the transcript in the README is what the commands print', async () => {
  const transcript = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const steps = transcript.split(/^\$ /m).slice(1);
  expect(steps.length).toBeGreaterThanOrEqual(3);
  const run = await readerSession();
  for (const step of steps) {
    const [command = '', ...output] = step.split('\n');
    expect((await run(command)).stdout).toBe(output.join('\n'));
  }
});

test.skipIf(process.platform === 'win32')(
  'every npx command of the README is one that the command line knows',
  async () => {
    const commands = [...readme.matchAll(/npx backend-system-architect (\w+)/g)].map((match) => match[1] ?? '');
    expect(new Set(commands)).toEqual(new Set(['handoffs', 'install', 'uninstall', 'validate']));
    const run = await readerSession();
    for (const command of new Set(commands)) {
      expect(await run(`npx backend-system-architect ${command} --help`)).toMatchObject({ exitCode: 0 });
    }
  },
);
