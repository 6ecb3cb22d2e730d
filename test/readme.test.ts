import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
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

const docs = path.resolve(import.meta.dirname, '../docs');
const pages = (await readdir(docs)).filter((name) => name.endsWith('.md')).map((name) => path.join(docs, name));
const texts = [readme, ...(await Promise.all(pages.map((page) => readFile(page, 'utf8'))))];

test.skipIf(process.platform === 'win32')(
  'every npx command of the README and of the pages beside it is one that the command line knows, with its options',
  async () => {
    const lines = texts.flatMap((text) => [...text.matchAll(/npx backend-system-architect (\w[^\n#`|]*)/g)]);
    const commands = lines.map(([, line = '']) => line.trim());
    const names = new Set(commands.map((line) => line.split(' ')[0] ?? ''));
    expect(names).toEqual(
      new Set([
        ...['diff', 'doctor', 'explain', 'handoffs', 'install', 'report', 'route', 'schema', 'status', 'uninstall'],
        'validate',
      ]),
    );
    const run = await readerSession();
    for (const name of names) {
      const { exitCode, stdout } = await run(`npx backend-system-architect ${name} --help`);
      expect(exitCode).toBe(0);
      const options = commands
        .filter((line) => line.startsWith(name))
        .flatMap((line) => line.match(/--[a-z-]+/g) ?? []);
      for (const option of options) expect(stdout).toContain(option);
    }
  },
);
