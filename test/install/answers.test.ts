import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

const AGENT = '.claude/agents/backend-system-architect.md';
const FASTAPI = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

async function allowedOf(repository: string): Promise<string> {
  return /^- Allowed: .*$/m.exec(await readFile(path.join(repository, AGENT), 'utf8'))?.[0] ?? '';
}

test('the backend is found where a FastAPI application is made, and the reason is said', async () => {
  const repository = await makeRepository({ 'services/api/app/main.py': FASTAPI, 'services/api/pyproject.toml': '' });
  const { stdout } = await cli(['install'], { cwd: repository });
  expect(stdout).toContain('Backend: services/api, because services/api/app/main.py:3 creates a FastAPI application.');
  expect(await allowedOf(repository)).toContain('- Allowed: services/api/app/api/**');
  expect(await readFile(path.join(repository, AGENT), 'utf8')).not.toMatch(/(?<![\w/])backend\//);
  expect((await cli(['validate', '--strict'], { cwd: repository })).exitCode).toBe(0);
});

test('answers stand in the manifest, a later install uses them, and other ones change what is installed', async () => {
  const repository = await makeRepository();
  const given = ['--backend-root', 'server', '--skills', 'preloaded', '--no-router', '--no-mcp'];
  await cli(['install', ...given], { cwd: repository });
  const first = await snapshot(repository);
  expect(Object.keys(first)).not.toContain('.mcp.json');
  expect(Object.keys(first)).not.toContain('.claude/skills/rate-limiting/SKILL.md');
  expect(await readFile(path.join(repository, '.claude/settings.json'), 'utf8')).not.toContain('prompt-router');
  expect((await cli(['validate', '--strict'], { cwd: repository })).exitCode).toBe(0);
  // A FastAPI application that came since does not move what was said.
  await writeFiles(repository, { 'other/app/main.py': FASTAPI });
  expect((await cli(['install', '--format', 'json'], { cwd: repository })).stdout).not.toMatch(
    /"(?:create|update|merge)"/,
  );
  expect(await allowedOf(repository)).toContain('server/app/api/**');
  await cli(['install', '--skills', 'all', '--router', '--mcp', 'context7'], { cwd: repository });
  const { mcpServers } = JSON.parse(await readFile(path.join(repository, '.mcp.json'), 'utf8'));
  expect(Object.keys(mcpServers)).toEqual(['context7']);
  expect(Object.keys(await snapshot(repository))).toContain('.claude/skills/rate-limiting/SKILL.md');
  expect(await readFile(path.join(repository, '.claude/settings.json'), 'utf8')).toContain('prompt-router');
  expect(await allowedOf(repository)).toContain('server/app/api/**');
});

test('another answer is merged with what the user has edited', async () => {
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  const text = await readFile(path.join(repository, AGENT), 'utf8');
  await writeFiles(repository, { [AGENT]: text.replace('## Auto Mode', 'Speak plainly.\n\n## Auto Mode') });
  const { stdout } = await cli(['install', '--backend-root', 'server'], { cwd: repository });
  expect(stdout).toContain(`merge     ${AGENT}`);
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toContain('Speak plainly.');
  expect(await allowedOf(repository)).toContain('server/app/api/**');
});

test('--scope user installs into the user’s own folder, and status and uninstall find it there', async () => {
  const repository = await makeRepository({ 'app/main.py': FASTAPI });
  const home = path.join(repository, '../my home');
  await mkdir(home);
  const env = { HOME: home, CLAUDE_CONFIG_DIR: '' };
  const user = (...args: string[]) => cli([...args, '--scope', 'user'], { cwd: repository, env });
  const { exitCode, stdout } = await user('install');
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(home) });
  expect(Object.keys(await snapshot(repository))).toEqual(['app/', 'app/main.py']);
  expect(await readFile(path.join(home, '.claude/settings.json'), 'utf8')).toContain(
    'CLAUDE_CONFIG_DIR:-$HOME/.claude',
  );
  expect(await user('status')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('scope user') });
  expect(await user('uninstall')).toMatchObject({ exitCode: 0 });
  expect(await snapshot(home)).toEqual({});
  expect(await user('install', '.')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Leave the folder out'),
  });
});

test('a home is no repository: it takes --scope user', async () => {
  const home = await makeRepository();
  const { exitCode, stderr } = await cli(['install'], { cwd: home, env: { HOME: home, CLAUDE_CONFIG_DIR: '' } });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Install there with --scope user, or name a repository.');
  expect(await snapshot(home)).toEqual({});
});

test('CLAUDE_CONFIG_DIR says where the user’s own folder is', async () => {
  const repository = await makeRepository();
  const moved = path.join(repository, '../moved config');
  const env = { CLAUDE_CONFIG_DIR: moved };
  expect((await cli(['install', '--scope', 'user'], { cwd: repository, env })).exitCode).toBe(0);
  expect(Object.keys(await snapshot(moved))).toContain('agents/backend-system-architect.md');
  expect((await cli(['uninstall', '--scope', 'user'], { cwd: repository, env })).exitCode).toBe(0);
  expect(Object.keys(await snapshot(path.dirname(repository)))).not.toContain('moved config/');
});

test.each([
  ['a folder outside', ['--backend-root', '../x'], '../x'],
  ['an unknown skill', ['--skills', 'rate-limitin'], 'rate-limiting'],
  ['an unknown server', ['--mcp', 'postgres'], 'postgres-mcp'],
  ['an unknown scope', ['--scope', 'team'], 'Allowed for --scope: project'],
])('%s is refused, with what is allowed', async (_, args, message) => {
  const repository = await makeRepository();
  const { exitCode, stderr } = await cli(['install', ...args], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(await snapshot(repository)).toEqual({});
});
