import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CliResult } from '../support/cli.js';
import { makePackage, type TestPackage } from '../support/package.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { run } from './kill/kill-everywhere.js';
import { EDITS, FIRST, SECOND, THEIRS } from './kill/versions.js';

const AGENT = '.claude/agents/backend-system-architect.md';
const BOTH = '.claude/skills/both/SKILL.md';

/** An installation of the first version, the user's edits in it, and a command line of the second. */
async function upgradable(edits: Record<string, string> = {}) {
  const [first, second] = await Promise.all([makePackage('1.0.0', FIRST), makePackage('2.0.0', SECOND)]);
  const repository = await makeRepository(THEIRS);
  expect(await run(first, ['install'], repository)).toMatchObject({ exitCode: 0, stderr: '' });
  await writeFiles(repository, edits);
  const upgrade = (...args: string[]) => run(second, ['install', ...args], repository);
  const textOf = (file: string) => readFile(path.join(repository, file), 'utf8');
  return { repository, first, second, upgrade, textOf };
}

const linesOf = ({ stdout }: CliResult) => stdout.split('\n').filter((line) => line.startsWith('  '));

test('what only the new version changed is updated, what it no longer ships goes, what is new comes', async () => {
  const { repository, upgrade, second, textOf } = await upgradable();
  const result = await upgrade();
  expect(result.exitCode).toBe(0);
  expect(linesOf(result)).toEqual([
    `  update    ${AGENT}  (a newer version)`,
    '  update    .claude/hooks/agent/start.sh  (a newer version)',
    `  update    ${BOTH}  (a newer version)`,
    '  update    .claude/skills/changed/SKILL.md  (a newer version)',
    '  remove    .claude/skills/gone/SKILL.md',
    '  create    .claude/skills/new/SKILL.md',
  ]);
  expect(await textOf(AGENT)).toContain('Last of two.');
  const fresh = await makeRepository(THEIRS);
  await run(second, ['install'], fresh);
  expect(await snapshot(repository)).toEqual(await snapshot(fresh));
});

test('edits of both sides are merged where they can be; else the user’s file stays and ours stands beside it', async () => {
  const { repository, upgrade, textOf } = await upgradable(EDITS);
  const result = await upgrade();
  expect(result.exitCode).toBe(1);
  expect(result.stdout).toContain(`merge     ${AGENT}  (your changes and those of this version)`);
  expect(result.stdout).toContain(
    `conflict  ${BOTH}  (you changed it, and so did this version; ours is beside it as SKILL.md.new: take over what you want, then delete that)`,
  );
  const merged = await textOf(AGENT);
  expect(merged).toContain('First of the user.');
  expect(merged).toContain('Last of two.');
  expect(await textOf(BOTH)).toBe(EDITS[BOTH]);
  expect(await textOf(`${BOTH}.new`)).toBe(SECOND['skills/both/SKILL.md']);
  // It stays a conflict until it is decided, and nothing else is done again.
  const before = await snapshot(repository);
  const again = await upgrade();
  expect(again.exitCode).toBe(1);
  expect(linesOf(again).map((line) => line.slice(2, 10).trim())).toEqual(['keep', 'conflict']);
  expect(await snapshot(repository)).toEqual(before);
});

test('a conflict is decided by deleting our version, or by taking it', async () => {
  const mine = await upgradable(EDITS);
  await mine.upgrade();
  await rm(path.join(mine.repository, `${BOTH}.new`));
  const kept = await mine.upgrade();
  expect(kept).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`keep      ${BOTH}  (you keep yours)`) });
  expect((await mine.upgrade()).stdout).toContain(`keep      ${BOTH}  (you changed it)`);
  expect(await mine.textOf(BOTH)).toBe(EDITS[BOTH]);

  const ours = await upgradable(EDITS);
  await ours.upgrade();
  await rename(path.join(ours.repository, `${BOTH}.new`), path.join(ours.repository, BOTH));
  expect((await ours.upgrade()).exitCode).toBe(0);
  expect((await run(ours.second, ['status'], ours.repository)).stdout).not.toContain(BOTH);
});

test('a merge by hand that leaves our version beside it is over by itself', async () => {
  const { upgrade, textOf, repository } = await upgradable(EDITS);
  await upgrade();
  await writeFiles(repository, { [BOTH]: (await textOf(`${BOTH}.new`)).replace('Two.', 'Two.\n\nOf the user.') });
  const result = await upgrade();
  expect(result.stdout).toContain(`remove    ${BOTH}.new  (the conflict is over)`);
  expect(await textOf(BOTH)).toContain('Of the user.');
});

test('what the user deleted stays deleted, what he edited and is no longer shipped stays and is said', async () => {
  const { repository, upgrade, textOf } = await upgradable({ '.claude/skills/gone/SKILL.md': 'mine' });
  await rm(path.join(repository, '.claude/skills/changed'), { recursive: true });
  const { exitCode, stdout } = await upgrade();
  expect(exitCode).toBe(0);
  expect(stdout).toContain('keep      .claude/skills/changed/SKILL.md  (you deleted it)');
  expect(stdout).toContain('keep      .claude/skills/gone/SKILL.md  (you changed it, so it stays)');
  expect(await textOf('.claude/skills/gone/SKILL.md')).toBe('mine');
  expect(Object.keys(await snapshot(repository))).not.toContain('.claude/skills/changed/');
});

test('a merge that would break the frontmatter is a conflict', async () => {
  const agent = FIRST['agents/backend-system-architect.md'];
  const name = 'name: backend-system-architect\n';
  const packages: TestPackage[] = await Promise.all([
    makePackage('1.0.0', {
      ...FIRST,
      'agents/backend-system-architect.md': agent.replace(name, `${name}color: red\n`),
    }),
    makePackage('2.0.0', {
      ...FIRST,
      'agents/backend-system-architect.md': agent.replace(name, `${name}color: red\nmodel: opus\n`),
    }),
  ]);
  const [first, second] = packages as [TestPackage, TestPackage];
  const repository = await makeRepository();
  await run(first, ['install'], repository);
  const file = path.join(repository, AGENT);
  const edited = (await readFile(file, 'utf8')).replace(name, `model: sonnet\n${name}`);
  await writeFiles(repository, { [AGENT]: edited });
  expect((await run(second, ['install'], repository)).stdout).toContain(`conflict  ${AGENT}`);
  expect(await readFile(file, 'utf8')).toBe(edited);
});

test('a checkout with other line ends is nobody’s edit, and keeps them; a shell script gets its own back', async () => {
  const { repository, upgrade, textOf, first } = await upgradable();
  const windows = async (file: string) => ({ [file]: (await textOf(file)).replaceAll('\n', '\r\n') });
  const script = '.claude/hooks/agent/start.sh';
  await writeFiles(repository, { ...(await windows(AGENT)), ...(await windows(script)) });
  const status = await run(first, ['status'], repository);
  expect(status.stdout).toContain(`damaged   ${script}`);
  expect(status.stdout).not.toContain(AGENT);
  const { exitCode, stdout } = await upgrade();
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`update    ${AGENT}  (a newer version)`);
  expect(await textOf(AGENT)).toBe(SECOND['agents/backend-system-architect.md'].replaceAll('\n', '\r\n'));
  expect(await textOf(script)).toBe(SECOND['hooks/agent/start.sh']);
});

test('bytes that are no UTF-8 come through a merge', async () => {
  const { repository, upgrade } = await upgradable();
  const file = path.join(repository, AGENT);
  const text = await readFile(file, 'latin1');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, text.replace('First of one.', 'First of one.\nGr\u00fc\u00dfe.'), 'latin1');
  expect((await upgrade()).stdout).toContain(`merge     ${AGENT}`);
  expect(await readFile(file, 'latin1')).toContain('Gr\u00fc\u00dfe.');
  expect(await readFile(file, 'latin1')).toContain('Last of two.');
});

test('--force takes ours everywhere, keeps what the user had, and uninstall gives that back', async () => {
  const { repository, upgrade, second, textOf } = await upgradable(EDITS);
  expect((await upgrade('--force')).exitCode).toBe(0);
  expect(await textOf(BOTH)).toBe(SECOND['skills/both/SKILL.md']);
  expect((await run(second, ['status'], repository)).exitCode).toBe(0);
  await run(second, ['uninstall'], repository);
  expect(await textOf(BOTH)).toBe(EDITS[BOTH]);
});

test('what a dry run of an upgrade prints is what the upgrade does', async () => {
  const { repository, upgrade } = await upgradable(EDITS);
  const before = await snapshot(repository);
  const dry = await upgrade('--dry-run', '--format', 'json');
  expect(await snapshot(repository)).toEqual(before);
  const real = await upgrade('--format', 'json');
  expect({ ...JSON.parse(dry.stdout), dryRun: false }).toEqual(JSON.parse(real.stdout));
});
