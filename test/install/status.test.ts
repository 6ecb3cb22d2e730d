import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makePackage } from '../support/package.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { run } from './kill/kill-everywhere.js';
import { EDITS, FIRST, SECOND } from './kill/versions.js';

const AGENT = '.claude/agents/backend-system-architect.md';

async function upgradable() {
  const [first, second] = await Promise.all([makePackage('1.0.0', FIRST), makePackage('2.0.0', SECOND)]);
  const repository = await makeRepository();
  await run(first, ['install', '--backend-root', 'services/api'], repository);
  return { repository, first, second };
}

test('status of a fresh installation has nothing to say, and exits with 0', async () => {
  const { repository, first } = await upgradable();
  const before = await snapshot(repository);
  expect(await run(first, ['status'], repository)).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: [
      `backend-system-architect 1.0.0 is installed in ${repository}.`,
      'Answers: scope project, backend services/api/app, skills all, router on, MCP servers all.',
      'Everything is as it was installed.',
      'An install of version 1.0.0 has nothing to do.',
      '',
    ].join('\n'),
  });
  expect(await snapshot(repository)).toEqual(before);
});

test('status names each edit, what an upgrade would do and pending handoffs; drift exits with 1', async () => {
  const { repository, second } = await upgradable();
  expect((await run(second, ['status'], repository)).exitCode).toBe(0);
  await writeFiles(repository, EDITS);
  await rm(path.join(repository, '.claude/skills/same'), { recursive: true });
  const settings = await readFile(path.join(repository, '.claude/settings.json'), 'utf8');
  await writeFiles(repository, { '.claude/settings.json': settings.replace('10', '99') });
  const { exitCode, stdout } = await run(second, ['status', '--format', 'json'], repository);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    installed: '1.0.0',
    available: '2.0.0',
    answers: { backend: { root: 'services/api', app: 'app' } },
    drifted: [
      { path: AGENT, drift: 'edited' },
      { path: '.claude/skills/both/SKILL.md', drift: 'edited' },
      { path: '.claude/skills/same/SKILL.md', drift: 'deleted' },
      { path: '.claude/settings.json', drift: 'edited' },
    ],
    upgrade: { merge: 1, conflict: 1, update: 2, remove: 1, create: 2 },
    pendingHandoffs: 0,
  });
});

test('diff shows what the user changed, so that git apply puts it back; with --upgrade what an install would', async () => {
  const { repository, second } = await upgradable();
  expect(await run(second, ['diff'], repository)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  const installed = await readFile(path.join(repository, AGENT), 'utf8');
  await writeFiles(repository, EDITS);
  await rm(path.join(repository, '.claude/skills/same/SKILL.md'));
  const { exitCode, stdout } = await run(second, ['diff'], repository);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('\n-First of one.\n+First of the user.\n');
  expect(stdout).toContain('deleted file mode 100644');
  execFileSync('git', ['apply', '--reverse'], { cwd: repository, input: stdout });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe(installed);
  expect((await run(second, ['diff'], repository)).stdout).toBe('');
  const upgrade = await run(second, ['diff', '--upgrade'], repository);
  expect(upgrade.stdout).toContain('\n-Last of one.\n+Last of two.\n');
  execFileSync('git', ['apply'], { cwd: repository, input: upgrade.stdout });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toContain('Last of two.');
});

test.each(['status', 'diff', 'doctor'])('%s where nothing is installed exits with 2 and says so', async (command) => {
  const { exitCode, stderr } = await cli([command], { cwd: await makeRepository(), env: { HOME: '/nowhere' } });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: Nothing is installed in /);
});

test('uninstall keeps what the hooks wrote and what keeps it out of git; --purge removes it, then or later', async () => {
  const written = {
    '.claude/context/session/state.json': '{}',
    '.claude/context/handoffs/x.json': '{}',
    '.claude/context/knowledge/decisions/active.json': '{}',
  };
  const theirs = { '.claude/context/notes.md': 'mine' };
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  await writeFiles(repository, { ...written, ...theirs });
  const ignored = (file: string) => spawnSync('git', ['check-ignore', file], { cwd: repository }).status === 0;
  expect(Object.keys(written).map(ignored)).toEqual([true, true, false]);
  const { exitCode, stdout } = await cli(['uninstall'], { cwd: repository });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('What the hooks wrote below .claude/context stays (3 files); --purge removes it.');
  expect(
    Object.keys(await snapshot(repository))
      .filter((file) => !file.endsWith('/'))
      .sort(),
  ).toEqual([...Object.keys(written), ...Object.keys(theirs), '.claude/context/.gitignore'].sort());
  expect((await cli(['uninstall', '--purge'], { cwd: repository })).exitCode).toBe(0);
  expect(Object.keys(await snapshot(repository))).toEqual(['.claude/', '.claude/context/', '.claude/context/notes.md']);
});

test('uninstall --purge at once leaves nothing at all', async () => {
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  await writeFiles(repository, {
    '.claude/context/session/state.json': '{}',
    '.claude/context/session/inbox/1.json': '{}',
  });
  expect((await cli(['uninstall', '--purge'], { cwd: repository })).exitCode).toBe(0);
  expect(await snapshot(repository)).toEqual({});
});

test('doctor finds nothing wrong with a fresh installation, and a hook that was broken since', async () => {
  const repository = await makeRepository();
  await cli(['install', '--no-mcp'], { cwd: repository });
  const home = path.join(repository, '../home');
  const trust = JSON.stringify({ projects: { [repository]: { hasTrustDialogAccepted: true } } });
  await writeFiles(home, { '.claude.json': trust });
  const doctor = () => cli(['doctor'], { cwd: repository, env: { HOME: home, CLAUDE_CONFIG_DIR: '' } });
  const well = await doctor();
  expect(well.stdout).toMatch(/\b0 problems$|^\d+ ok(?:, \d+ warnings?)?$/m);
  expect(well).toMatchObject({ exitCode: 0, stderr: '' });
  await writeFiles(repository, { '.claude/hooks/agent/prompt-router.sh': '#!/bin/sh\nexit 3\n' });
  const ill = await doctor();
  expect(ill.exitCode).toBe(1);
  expect(ill.stdout).toMatch(/^problem {2}The hook prompt-router .*\n {9}\S/m);
});
