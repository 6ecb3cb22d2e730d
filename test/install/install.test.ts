import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

const AGENT = '.claude/agents/backend-system-architect.md';
const SETTINGS = '.claude/settings.json';
const MANIFEST = '.claude/backend-system-architect/manifest.json';
const BASES = '.claude/backend-system-architect/bases.br';

async function installed(files: Record<string, string> = {}): Promise<string> {
  const repository = await makeRepository(files);
  expect(await cli(['install', repository], { cwd: repository })).toMatchObject({ exitCode: 0, stderr: '' });
  return repository;
}

test('install writes agent, skills, hooks, settings and a manifest with the SHA-256 of each file', async () => {
  const repository = await installed();
  const { files } = JSON.parse(await readFile(path.join(repository, MANIFEST), 'utf8'));
  expect(files.filter(({ path: file }: { path: string }) => /skills\/[^/]+\/SKILL\.md$/.test(file))).toHaveLength(19);
  for (const file of files) {
    const content = await readFile(path.join(repository, file.path));
    expect(file.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  }
  const written = Object.keys(await snapshot(repository)).filter((file) => !file.endsWith('/'));
  expect(written.sort()).toEqual(
    [...files.map((file: { path: string }) => file.path), MANIFEST, BASES, SETTINGS, '.mcp.json'].sort(),
  );
});

test('what is installed validates without a finding', async () => {
  const repository = await installed();
  const { exitCode, stdout, stderr } = await cli(['validate'], { cwd: repository });
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: '22 files checked: 0 errors, 0 warnings\n',
    stderr: '',
  });
});

test('a second install changes nothing', async () => {
  const repository = await installed();
  const before = await snapshot(repository);
  const { stdout, exitCode } = await cli(['install', '--format', 'json'], { cwd: repository });
  expect(exitCode).toBe(0);
  expect(Object.keys(JSON.parse(stdout).summary)).toEqual(['unchanged']);
  expect(await snapshot(repository)).toEqual(before);
});

test.each([
  ['an empty repository', {}],
  [
    'a repository with a .claude folder of its own',
    { '.claude/agents/mine.md': 'mine', '.claude/settings.json': '{}' },
  ],
  ['a repository that holds one of our files byte for byte', { 'README.md': 'x' }],
])('install and uninstall leave %s byte for byte as it was', async (name, files) => {
  const repository = await makeRepository(files as Record<string, string>);
  if (name.includes('byte for byte')) {
    const agent = await readFile(path.resolve(import.meta.dirname, '../../agents/backend-system-architect.md'));
    await writeFiles(repository, { [AGENT]: agent });
  }
  const before = await snapshot(repository);
  await cli(['install'], { cwd: repository });
  expect(await snapshot(repository)).not.toEqual(before);
  expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await snapshot(repository)).toEqual(before);
});

test('a dry run prints the operations that the install then carries out, and writes nothing', async () => {
  const repository = await makeRepository({ [AGENT]: 'mine' });
  const before = await snapshot(repository);
  const dry = await cli(['install', '--dry-run', '--format', 'json'], { cwd: repository });
  expect(await snapshot(repository)).toEqual(before);
  const real = await cli(['install', '--format', 'json'], { cwd: repository });
  expect({ ...JSON.parse(dry.stdout), dryRun: false }).toEqual(JSON.parse(real.stdout));
  expect(dry.exitCode).toBe(1);
});

test('a file of the user in the way is a named conflict, stays as it is, and the rest is installed', async () => {
  const repository = await makeRepository({ [AGENT]: 'mine' });
  const { exitCode, stdout } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`conflict  ${AGENT}  (a file of yours is in the way; ours is beside it as `);
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe('mine');
  expect(await readFile(path.join(repository, `${AGENT}.new`), 'utf8')).toContain('## Directive');
  const state = await snapshot(repository);
  expect(state['.claude/skills/rate-limiting/SKILL.md']).toBeDefined();
  await cli(['uninstall'], { cwd: repository });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe('mine');
});

test('--force replaces a file of the user, keeps it, and uninstall puts it back', async () => {
  const repository = await makeRepository({ [AGENT]: 'mine' });
  const before = await snapshot(repository);
  expect(await cli(['install', '--force'], { cwd: repository })).toMatchObject({ exitCode: 0 });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toContain('## Directive');
  expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 0 });
  expect(await snapshot(repository)).toEqual(before);
});

test('a second --force over another edit keeps both texts of the user', async () => {
  const repository = await makeRepository({ [AGENT]: 'first' });
  await cli(['install', '--force'], { cwd: repository });
  await writeFiles(repository, { [AGENT]: 'second' });
  await cli(['install', '--force'], { cwd: repository });
  const contents = Object.values(await snapshot(repository)).map((entry) =>
    Buffer.from(entry.split(' ')[1] ?? '', 'base64').toString(),
  );
  expect(contents).toEqual(expect.arrayContaining(['first', 'second']));
  const { stdout } = await cli(['uninstall'], { cwd: repository });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe('first');
  expect(stdout).toContain('Copies of files that --force replaced stay in .claude/backend-system-architect/backup: 1.');
});

test('an edit of an installed file survives the next install and the uninstall, which says so', async () => {
  const repository = await installed();
  const edited = `${await readFile(path.join(repository, AGENT), 'utf8')}\nOurs too.\n`;
  await writeFiles(repository, { [AGENT]: edited });
  const again = await cli(['install'], { cwd: repository });
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.stdout).toContain(`keep      ${AGENT}  (you changed it)`);
  const { exitCode, stdout } = await cli(['uninstall'], { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`keep      ${AGENT}  (you changed it, so it stays)`);
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe(edited);
  expect(Object.keys(await snapshot(repository))).toEqual(['.claude/', '.claude/agents/', AGENT]);
});

test('a file that the user deleted stays deleted', async () => {
  const repository = await installed();
  await rm(path.join(repository, '.claude/skills/github-cli'), { recursive: true });
  const { stdout, exitCode } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('keep      .claude/skills/github-cli/SKILL.md  (you deleted it)');
  expect(Object.keys(await snapshot(repository)).filter((file) => file.includes('github-cli'))).toEqual([]);
});

test('what the hooks wrote is kept by an uninstall', async () => {
  const repository = await installed();
  await writeFiles(repository, { '.claude/context/session/state.json': '{}' });
  expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 0 });
  expect(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8')).toBe('{}');
});

test.skipIf(process.platform === 'win32')('a script that lost its run bit gets it back', async () => {
  const repository = await installed();
  const before = await snapshot(repository);
  await chmod(path.join(repository, '.claude/hooks/agent/output-validator.sh'), 0o644);
  const { stdout } = await cli(['install'], { cwd: repository });
  expect(stdout).toContain('(make it executable)');
  expect(await snapshot(repository)).toEqual(before);
});

test('a broken manifest is an error that names it; nothing is taken for ours or written', async () => {
  const repository = await installed();
  await writeFiles(repository, { [MANIFEST]: '{"files": [{"path": "../outside"}]}' });
  const before = await snapshot(repository);
  for (const command of ['install', 'uninstall']) {
    const { exitCode, stderr } = await cli([command], { cwd: repository });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error: ${MANIFEST} cannot be read`);
  }
  expect(await snapshot(repository)).toEqual(before);
});

test('a path of the manifest that leads out of .claude is refused', async () => {
  const repository = await installed();
  const manifest = JSON.parse(await readFile(path.join(repository, MANIFEST), 'utf8'));
  const outside = path.join(repository, '..', 'precious');
  await writeFile(outside, 'precious');
  manifest.files.push({
    path: '.claude/../../precious',
    sha256: createHash('sha256').update('precious').digest('hex'),
  });
  await writeFiles(repository, { [MANIFEST]: JSON.stringify(manifest) });
  expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 2 });
  expect(await readFile(outside, 'utf8')).toBe('precious');
});

test.skipIf(process.platform === 'win32')('a .claude that is a link out of the repository is refused', async () => {
  const repository = await makeRepository();
  const outside = path.join(repository, '..', 'elsewhere');
  await mkdir(outside);
  await symlink(outside, path.join(repository, '.claude'));
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('leads by a symbolic link to');
  expect(await snapshot(repository)).toEqual({ '.claude': `-> ${outside}` });
  expect(await snapshot(outside)).toEqual({});
});

test('a .claude that is a link out of the repository is followed with --follow-links, and given back', async () => {
  const repository = await makeRepository();
  const outside = path.join(repository, '..', 'elsewhere');
  await mkdir(outside);
  await symlink(outside, path.join(repository, '.claude'));
  const before = await snapshot(path.dirname(repository));
  expect(await cli(['install', '--follow-links'], { cwd: repository })).toMatchObject({ exitCode: 0 });
  expect(Object.keys(await snapshot(outside))).toContain('agents/backend-system-architect.md');
  expect(await cli(['uninstall', '--follow-links'], { cwd: repository })).toMatchObject({ exitCode: 0 });
  expect(await snapshot(path.dirname(repository))).toEqual(before);
});

test.each([
  ['a file where a folder must be', { '.claude/skills': 'a file' }, 'The file .claude/skills is in the way of'],
  ['a folder where a file must be', { [`${AGENT}/mine`]: 'a file' }, `The folder ${AGENT} is in the way of`],
  ['a folder for the settings', { [`${SETTINGS}/mine`]: '' }, `The folder ${SETTINGS} is in the way of`],
  ['a name of other case', { '.claude/agents/Backend-System-Architect.md': '' }, 'only in upper and lower case'],
  ['a folder of other case', { '.claude/Skills/mine/SKILL.md': '' }, 'only in upper and lower case'],
])('%s is one error that names it, and nothing is written', async (_, files, message) => {
  const repository = await makeRepository(files as Record<string, string>);
  const before = await snapshot(repository);
  const { exitCode, stdout, stderr } = await cli(['install'], { cwd: repository });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain('nothing was changed');
  expect(await snapshot(repository)).toEqual(before);
});
