import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findHookStarter } from '../../src/answers/find-hook-starter.js';
import { hookCommand, hookNameOf } from '../../src/answers/hook-command.js';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

describe('hooks are started by', () => {
  const git = 'C:\\Program Files\\Git\\cmd\\git.exe';
  const bash = 'C:\\Program Files\\Git\\bin\\bash.exe';
  const PATH = 'C:\\Windows\\System32;C:\\Program Files\\Git\\cmd';
  test.each<[string, Record<string, string>, boolean, string[], string]>([
    ['the shell, on Linux and macOS', {}, false, [], 'sh'],
    ['the bash of Git, on Windows', { PATH }, true, [git, bash], 'sh'],
    ['it, whatever letters the variable has', { Path: PATH }, true, [git, bash], 'sh'],
    [
      'the bash that the client is told of',
      { CLAUDE_CODE_GIT_BASH_PATH: 'D:\\bash.exe' },
      true,
      ['D:\\bash.exe'],
      'sh',
    ],
    [
      'Node.js, where that one is not there',
      { CLAUDE_CODE_GIT_BASH_PATH: 'D:\\bash.exe', PATH },
      true,
      [git, bash],
      'node',
    ],
    ['Node.js, on Windows without Git', { PATH }, true, ['C:\\Windows\\System32\\bash.exe'], 'node'],
    ['Node.js, on Windows with a Git that has no bash', { PATH }, true, [git], 'node'],
    ['Node.js, on Windows without a PATH', {}, true, [], 'node'],
  ])('%s', (_, env, isWindows, files, expected) => {
    expect(findHookStarter(env, isWindows, (file) => files.includes(file))).toBe(expected);
  });
});

test('an entry is known by its hook in every form', () => {
  for (const scope of ['project', 'user'] as const) {
    for (const hookStarter of ['sh', 'node'] as const) {
      const { command, args } = hookCommand('agent-start', { scope, hookStarter });
      expect(hookNameOf(command, args), `${scope} ${hookStarter}`).toBe('agent-start');
    }
  }
  expect([hookNameOf('node', ['x.js', 'agent-start']), hookNameOf('npm test', undefined), hookNameOf(1, null)]).toEqual(
    [undefined, undefined, undefined],
  );
});

const SETTINGS = '.claude/settings.json';

test('--hook-starter node writes entries without a shell, is recorded, and a later sh takes their place', async () => {
  const repository = await makeRepository({ [SETTINGS]: '{ "model": "opus" }\n' });
  const before = await snapshot(repository);
  const read = (file: string) => readFile(path.join(repository, file), 'utf8');
  expect((await cli(['install', '--hook-starter', 'node'], { cwd: repository })).exitCode).toBe(0);
  const [settings, agent] = [await read(SETTINGS), await read('.claude/agents/backend-system-architect.md')];
  expect(`${settings}${agent}`).not.toMatch(/hooks\/agent\/[\w-]+\.sh/);
  expect(settings.match(/agent-hooks\.cjs/g)).toHaveLength(2);
  expect(agent.match(/agent-hooks\.cjs', '[\w-]+'\]$/gm)).toHaveLength(4);

  const again = await cli(['install'], { cwd: repository });
  expect(again.stdout).toContain('82 unchanged');
  expect((await cli(['status'], { cwd: repository })).exitCode).toBe(0);
  expect((await cli(['install', '--hook-starter', 'sh'], { cwd: repository })).exitCode).toBe(0);
  expect(await read(SETTINGS)).not.toContain('agent-hooks.cjs');
  expect((await read(SETTINGS)).match(/\.sh/g)).toHaveLength(2);
  expect((await cli(['uninstall'], { cwd: repository })).exitCode).toBe(0);
  expect(await snapshot(repository)).toEqual(before);
});

test('doctor starts each hook as its entry says, and misses one that is gone', async () => {
  const repository = await makeRepository();
  await cli(['install', '--hook-starter', 'node', '--no-mcp'], { cwd: repository });
  const doctor = async () =>
    JSON.parse((await cli(['doctor', '--format', 'json'], { cwd: repository })).stdout).findings;
  const hooks = (await doctor()).filter(({ check }: { check: string }) => check === 'hook');
  expect(hooks.map(({ status }: { status: string }) => status)).toEqual(Array(6).fill('ok'));
  expect(JSON.stringify(hooks)).toContain('The hook prompt-router (UserPromptSubmit');
});

test('another word for it is refused with what is allowed', async () => {
  const { exitCode, stderr } = await cli(['install', '--hook-starter', 'perl'], { cwd: await makeRepository() });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Allowed for --hook-starter: sh');
});
