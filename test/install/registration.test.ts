import { chmod, lstat, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

const SETTINGS = '.claude/settings.json';
const MANIFEST = '.claude/backend-system-architect/manifest.json';
/** With one hook it is plain which entry a test is about. */
const INSTALL = ['install', '--no-router'];
const HOOK = {
  type: 'command',
  command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/agent-start.sh',
  timeout: 10,
};
const MINE = '{ "hooks": [{ "type": "command", "command": "./mine.sh" }] }';

const withSettings = (text: string | Buffer) => makeRepository({ [SETTINGS]: text });
const settingsOf = (repository: string) => readFile(path.join(repository, SETTINGS), 'utf8');

/** Runs a command with --format json; the exit code comes with the document. */
async function json(args: string[], cwd: string) {
  const { exitCode, stdout } = await cli([...args, '--format', 'json'], { cwd });
  const { operations, notes } = JSON.parse(stdout) as { operations: Record<string, string>[]; notes: string[] };
  return { exitCode, notes, operations, settings: operations.filter((operation) => operation.path === SETTINGS) };
}

/** An installation whose settings were then edited. */
async function edited(edit: (text: string) => string): Promise<string> {
  const repository = await makeRepository();
  await cli(INSTALL, { cwd: repository });
  await writeFiles(repository, { [SETTINGS]: edit(await settingsOf(repository)) });
  return repository;
}

test('a settings file that did not exist is created with the hook, recorded, and removed again', async () => {
  const repository = await makeRepository();
  expect((await json(INSTALL, repository)).settings).toEqual([
    { kind: 'create', path: SETTINGS, reason: 'our hooks are added' },
  ]);
  expect(JSON.parse(await settingsOf(repository))).toEqual({ hooks: { SubagentStart: [{ hooks: [HOOK] }] } });
  expect((await lstat(path.join(repository, SETTINGS))).mode & 0o111).toBe(0);
  const { entries } = JSON.parse(await readFile(path.join(repository, MANIFEST), 'utf8'));
  const made = ['file', 'content', 'key', 'list'];
  expect(entries[0]).toEqual({ kind: 'hook', event: 'SubagentStart', hook: HOOK, position: 0, made });
  expect((await json(['uninstall'], repository)).settings).toEqual([
    { kind: 'remove', path: SETTINGS, reason: 'it held nothing but our hooks' },
  ]);
  expect(await snapshot(repository)).toEqual({});
});

test.each([
  ['an empty object', '{}'],
  ['nothing in it', ''],
  ['other settings', '{\n    "model": "opus"\n}'],
  ['tabs, comments and trailing commas', '// mine\n{\n\t"hooks": {\n\t\t"Stop": [], // none\n\t},\n}\n'],
  ['CRLF', '{\r\n  "hooks": {}\r\n}\r\n'],
  ['a byte order mark', '\uFEFF{ "model": "opus" }\n'],
  ['another group of the event', `{\n  "hooks": {\n    "SubagentStart": [\n      ${MINE}\n    ]\n  }\n}\n`],
  ['the same entry already', JSON.stringify({ hooks: { SubagentStart: [{ hooks: [HOOK] }] } })],
])('settings with %s: a second install changes nothing, and uninstall gives the bytes back', async (_, text) => {
  const repository = await withSettings(text);
  await chmod(path.join(repository, SETTINGS), 0o660);
  const before = await snapshot(repository);
  expect((await json(INSTALL, repository)).exitCode).toBe(0);
  const installed = await snapshot(repository);
  expect(await settingsOf(repository)).toContain('agent-start.sh');
  expect(installed[SETTINGS]?.split(' ')[0]).toBe(before[SETTINGS]?.split(' ')[0]);
  expect((await json(INSTALL, repository)).settings).toEqual([{ kind: 'unchanged', path: SETTINGS }]);
  expect(await snapshot(repository)).toEqual(installed);
  expect((await json(['uninstall'], repository)).exitCode).toBe(0);
  expect(await snapshot(repository)).toEqual(before);
});

test('a merge is named in the dry run, which does not carry it out, and in the text', async () => {
  const repository = await withSettings('{ "model": "opus" }');
  const before = await snapshot(repository);
  const merge = { kind: 'merge', path: SETTINGS, reason: 'our hooks are added' };
  expect((await json([...INSTALL, '--dry-run'], repository)).settings).toEqual([merge]);
  expect(await snapshot(repository)).toEqual(before);
  const { stdout } = await cli(INSTALL, { cwd: repository });
  expect(stdout).toContain(`  merge     ${SETTINGS}  (our hooks are added)\n`);
  expect(stdout).toMatch(/: \d+ created, 1 merged\.\n/);
  const uninstalled = await cli(['uninstall'], { cwd: repository });
  expect(uninstalled.stdout).toContain(`  merge     ${SETTINGS}  (our hooks are taken out)\n`);
});

test('what the user wrote since into the file that we made stays when our hooks are taken out', async () => {
  const repository = await edited((text) => text.replace('{', '{\n  "model": "opus",'));
  expect(await json(['uninstall'], repository)).toMatchObject({
    exitCode: 0,
    settings: [{ kind: 'merge', path: SETTINGS, reason: 'our hooks are taken out' }],
  });
  expect(await settingsOf(repository)).toBe('{\n  "model": "opus"\n}\n');
});

test.each([
  ['another timeout', 'changed', (text: string) => text.replace('10', '99')],
  ['another way to run the script', 'changed', (text: string) => text.replace('\\"$', 'sh \\"$')],
  ['a matcher', 'changed', (text: string) => text.replace('"hooks": [\n', '"matcher": "mine", "hooks": [\n')],
  ['another command', 'put another', (text: string) => text.replace('agent-start.sh', 'mine.sh')],
])('an entry that got %s is the user’s: no second one is added, and uninstall keeps it', async (_, reason, edit) => {
  const repository = await edited(edit);
  const before = await settingsOf(repository);
  const again = await json(INSTALL, repository);
  expect(again).toMatchObject({ exitCode: 0, settings: [{ kind: 'keep', reason: expect.stringContaining(reason) }] });
  expect(await settingsOf(repository)).toBe(before);
  const { exitCode, settings } = await json(['uninstall'], repository);
  expect(exitCode).toBe(1);
  expect(settings).toEqual([{ kind: 'keep', path: SETTINGS, reason: expect.stringContaining('so it stays') }]);
  expect(await settingsOf(repository)).toBe(before);
});

test('uninstall --force takes the entry out that the user changed', async () => {
  const repository = await edited((text) => text.replace('10', '99'));
  expect(await json(['uninstall', '--force'], repository)).toMatchObject({ exitCode: 0 });
  expect(await snapshot(repository)).toEqual({});
});

test('a hook of the user that runs the same script is enough', async () => {
  const text = JSON.stringify({ hooks: { SubagentStart: [{ matcher: 'a', hooks: [{ ...HOOK, timeout: 99 }] }] } });
  const repository = await withSettings(text);
  const reason = 'a SubagentStart hook of yours runs the same script';
  expect((await json(INSTALL, repository)).settings).toEqual([{ kind: 'keep', path: SETTINGS, reason }]);
  expect(await json(['uninstall'], repository)).toMatchObject({ exitCode: 0, settings: [] });
  expect(await settingsOf(repository)).toBe(text);
});

test.each([
  ['entry', async (repository: string) => writeFiles(repository, { [SETTINGS]: '{}\n' })],
  ['settings file', async (repository: string) => rm(path.join(repository, SETTINGS))],
])('an %s that the user deleted stays deleted, unless --force says otherwise', async (_, remove) => {
  const repository = await makeRepository();
  await cli(INSTALL, { cwd: repository });
  await remove(repository);
  const before = await snapshot(repository);
  const reason = 'you deleted the SubagentStart hook';
  const again = await json(INSTALL, repository);
  expect(again).toMatchObject({ exitCode: 0, settings: [{ kind: 'keep', path: SETTINGS, reason }] });
  expect(await snapshot(repository)).toEqual(before);
  expect((await json([...INSTALL, '--force'], repository)).exitCode).toBe(0);
  expect(JSON.parse(await settingsOf(repository))).toEqual({ hooks: { SubagentStart: [{ hooks: [HOOK] }] } });
});

test('an uninstall after the user took our entry out has nothing to say about it', async () => {
  const repository = await edited(() => '{ "model": "opus" }');
  expect(await json(['uninstall'], repository)).toMatchObject({
    exitCode: 0,
    settings: [{ kind: 'forget', path: SETTINGS, reason: 'our hooks are already gone' }],
  });
  expect(await settingsOf(repository)).toBe('{ "model": "opus" }');
});

test.each([
  ['do not parse', '{\n  "model": "opus"\n  "hooks": {}\n}', '3:3: it is not JSON: comma expected'],
  ['hold no object', '[]', '1:1: the content must be an object'],
  ['have hooks that are no object', '{ "hooks": [] }', '1:12: "hooks" must be an object'],
  [
    'have an event that is no list',
    '{ "hooks": { "SubagentStart": {} } }',
    '1:31: "hooks.SubagentStart" must be an array',
  ],
  ['are no text', Buffer.from([0x7b, 0xff, 0x7d]), 'it is not UTF-8 text'],
])('settings that %s are a conflict, and nothing at all is written', async (_, text, reason) => {
  const repository = await withSettings(text);
  const before = await snapshot(repository);
  const { exitCode, stdout } = await cli(INSTALL, { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`  conflict  ${SETTINGS}  (${reason})\n`);
  expect(stdout).toMatch(/\nWould install .* created, 1 in conflict\.\nNothing was written\. [^\n]*\n$/);
  expect(await snapshot(repository)).toEqual(before);
  const planned = await json(INSTALL, repository);
  expect(planned.notes).toEqual([expect.stringContaining('Nothing was written.')]);
  expect(planned.operations.filter(({ kind }) => kind === 'create').length).toBeGreaterThan(20);
  expect(await snapshot(repository)).toEqual(before);
});

test.each([
  ['do not parse any more', '{ "hooks": '],
  ['have another shape now', '{ "hooks": { "SubagentStart": "none" } }'],
])('an uninstall from settings that %s removes nothing', async (_, text) => {
  const repository = await edited(() => text);
  const before = await snapshot(repository);
  const { exitCode, stdout } = await cli(['uninstall', '--force'], { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`  conflict  ${SETTINGS}  (1:`);
  expect(stdout).toContain('\nNothing was written. ');
  expect(await snapshot(repository)).toEqual(before);
});

test.skipIf(process.platform === 'win32')(
  'settings that are a link within the repository are merged where it leads',
  async () => {
    const repository = await makeRepository({ 'shared.json': '{}', '.claude/keep': '' });
    await symlink('../shared.json', path.join(repository, SETTINGS));
    const before = await snapshot(repository);
    expect(await cli(INSTALL, { cwd: repository })).toMatchObject({ exitCode: 0 });
    expect(await readFile(path.join(repository, 'shared.json'), 'utf8')).toContain('agent-start.sh');
    expect((await lstat(path.join(repository, SETTINGS))).isSymbolicLink()).toBe(true);
    expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 0 });
    expect(await snapshot(repository)).toEqual(before);
  },
);

test.skipIf(process.platform === 'win32')(
  'settings that are a link out of the repository need --follow-links',
  async () => {
    const repository = await makeRepository({ '.claude/keep': '', '../dotfiles/settings.json': '{}' });
    await symlink('../../dotfiles/settings.json', path.join(repository, SETTINGS));
    const before = await snapshot(path.dirname(repository));
    const refused = await cli(INSTALL, { cwd: repository });
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('run again with --follow-links') });
    expect(await snapshot(path.dirname(repository))).toEqual(before);
    expect(await cli([...INSTALL, '--follow-links'], { cwd: repository })).toMatchObject({ exitCode: 0 });
    expect(await readFile(path.join(repository, '../dotfiles/settings.json'), 'utf8')).toContain('agent-start.sh');
    expect(await cli(['uninstall'], { cwd: repository })).toMatchObject({ exitCode: 2 });
    expect(await cli(['uninstall', '--follow-links'], { cwd: repository })).toMatchObject({ exitCode: 0 });
    expect(await snapshot(path.dirname(repository))).toEqual(before);
  },
);

test('the manifest cannot name another kind of thing to take out of a file', async () => {
  const repository = await makeRepository();
  await cli(INSTALL, { cwd: repository });
  const text = await readFile(path.join(repository, MANIFEST), 'utf8');
  await writeFiles(repository, { [MANIFEST]: text.replace('"kind": "hook"', '"kind": "permission"') });
  const { exitCode, stderr } = await cli(['uninstall'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error: ${MANIFEST} cannot be read: "entries.0.kind"`);
});

const TRUST = /^Next: open the repository in Claude Code and accept its trust question; .*\.$/;
const trust = (folder: string) => JSON.stringify({ projects: { [folder]: { hasTrustDialogAccepted: true } } });

test('an install ends with the trust question where the workspace is not trusted, and without it elsewhere', async () => {
  const repository = await makeRepository({ 'packages/api/README.md': '' });
  const home = path.join(repository, '..', 'home');
  const lastLine = async (dir = '.') => {
    const { stdout } = await cli([...INSTALL, dir], { cwd: repository, env: { HOME: home } });
    return stdout.trimEnd().split('\n').at(-1);
  };
  expect(await lastLine()).toMatch(TRUST);
  await writeFiles(home, { '.claude.json': 'not JSON' });
  expect(await lastLine()).toMatch(TRUST);
  await writeFiles(home, { '.claude.json': trust(path.dirname(repository)) });
  expect(await lastLine()).toMatch(TRUST);
  await writeFiles(home, { '.claude.json': trust(repository) });
  expect(await lastLine()).not.toMatch(TRUST);
  expect(await lastLine('packages/api')).not.toMatch(TRUST);
});

test('an install names each file that switches the hooks off', async () => {
  const off = '{ "disableAllHooks": true }';
  const repository = await makeRepository({ [SETTINGS]: off, '.claude/settings.local.json': off });
  const home = path.join(repository, '..', 'home');
  await writeFiles(home, { '.claude.json': trust(repository), '.claude/settings.json': off });
  const { stdout } = await cli([...INSTALL, '--format', 'json'], { cwd: repository, env: { HOME: home } });
  const notes = JSON.parse(stdout).notes.filter((note: string) => !note.startsWith('Backend: '));
  expect(notes).toEqual([
    expect.stringContaining('.claude/settings.local.json'),
    expect.stringContaining(SETTINGS),
    expect.stringContaining('~/.claude/settings.json'),
  ]);
  const text = await cli(INSTALL, { cwd: repository, env: { HOME: home } });
  expect(text.stdout.trimEnd().split('\n').slice(-3)).toEqual(notes);
});
