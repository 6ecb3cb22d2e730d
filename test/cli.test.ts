import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { main } from '../src/cli.js';
import { cli } from './support/cli.js';
import { openable } from './support/openable.js';
import { makeRepository, snapshot } from './support/repository.js';

const packageRoot = path.resolve(import.meta.dirname, '..');

/** Runs `main` with streams that claim to be a terminal, where somebody types the next line at each question. */
async function onTerminal(argv: string[], cwd: string, typed: string[] = [], env: Record<string, string> = {}) {
  const terminal = () => openable({ isTTY: true });
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  const answers = [...typed];
  let said = '';
  stderr.on('data', (chunk: Buffer) => {
    said += chunk;
    if (/\]:? $/.test(stripVTControlCharacters(String(chunk))) && answers.length > 0)
      stdin.write(`${answers.shift()}\n`);
  });
  const exitCode = await main({ argv, cwd, env, stdin, stdout, stderr, packageRoot, version: '1.0.0' });
  return { exitCode, stdout: String(stdout.read() ?? ''), stderr: said };
}

test('--version and --help answer on stdout and exit with 0', async () => {
  const cwd = await makeRepository();
  expect((await cli(['--version'], { cwd })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const args of [['--help'], ['install', '--help'], ['validate', '--help'], ['uninstall', '--help']]) {
    const { exitCode, stdout, stderr } = await cli(args, { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Usage: backend-system-architect');
  }
});

test('an older Node.js is told which one is needed', async () => {
  const preload = "Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } });";
  const cwd = await makeRepository({ 'older.cjs': preload });
  const { exitCode, stdout, stderr } = await cli(['validate'], { cwd, env: { NODE_OPTIONS: '--require=./older.cjs' } });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: backend-system-architect needs Node\.js 20\.19 or later, and this is v/);
});

test.each([
  ['no command', [], 'Usage:'],
  ['an unknown command', ['instal'], "unknown command 'instal'"],
  ['an unknown option', ['install', '--forse'], "unknown option '--forse'"],
  ['a format that does not exist', ['validate', '--format', 'xml'], 'Allowed choices are text, json'],
  ['a repository that does not exist', ['install', 'nowhere'], 'nowhere does not exist.'],
  ['a path that does not exist', ['validate', 'nowhere.md'], 'nowhere.md does not exist.'],
  ['nothing to validate', ['validate'], 'There is no .claude folder in'],
  ['an uninstall where nothing is installed', ['uninstall'], 'Nothing is installed in'],
])('%s exits with 2 and says what is wrong on stderr, without a stack trace', async (_, args, message) => {
  const { exitCode, stdout, stderr } = await cli(args, { cwd: await makeRepository() });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('validate takes the path of a file', async () => {
  const file = 'agents/reviewer.md';
  const cwd = await makeRepository({ [file]: '---\nname: reviewer\ndescription: Reviews code.\n---\n\nRead it.\n' });
  expect(await cli(['validate', file], { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
});

test('with --format json a failure is one JSON document too', async () => {
  const { exitCode, stdout } = await cli(['uninstall', '--format', 'json'], { cwd: await makeRepository() });
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({ error: { message: expect.any(String), help: expect.any(String) } });
});

test.each(['n', 'no'])(
  'on a terminal the answer %j to the last question leaves the repository untouched',
  async (answer) => {
    const cwd = await makeRepository();
    const { exitCode, stderr } = await onTerminal(['install'], cwd, ['', '', '', '', answer]);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/Backend folder \[backend\]: [\s\S]*Write \d+ files in/);
    expect(await snapshot(cwd)).toEqual({});
  },
);

test.each([
  ['empty answers', ['install'], ['', '', '', '', ''], 'all'],
  ['other answers', ['install'], ['services/api', 'nonsense', 'rate-limiting', 'no', 'none', 'y'], ['rate-limiting']],
  ['an option, after which there is one question', ['install', '--skills', 'all'], [''], 'all'],
  ['--yes, which is never asked', ['install', '--yes'], [], 'all'],
])('on a terminal %s install', async (_, argv, typed, skills) => {
  const cwd = await makeRepository();
  expect((await onTerminal(argv, cwd, typed)).exitCode).toBe(0);
  const manifest = (await snapshot(cwd))['.claude/backend-system-architect/manifest.json']?.split(' ')[1] ?? '';
  expect(JSON.parse(Buffer.from(manifest, 'base64').toString()).answers.skills).toEqual(skills);
});

test('there is colour on a terminal, and none with NO_COLOR or in a pipe', async () => {
  const cwd = await makeRepository();
  const colour = '\u001b[';
  expect((await onTerminal(['install', '--dry-run'], cwd)).stdout).toContain(colour);
  expect((await onTerminal(['install', '--dry-run'], cwd, [], { NO_COLOR: '1' })).stdout).not.toContain(colour);
  expect((await cli(['install', '--dry-run'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).not.toContain(colour);
});
