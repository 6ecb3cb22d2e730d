import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type CliResult, cli, runProcess } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

const THEIRS = { '.claude/settings.json': '{ "model": "opus" } // mine\n', '.claude/agents/mine.md': 'mine' };
const bin = () => path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');

/** A namespace of its own, in which a file system can be mounted without being root. */
const UNSHARE = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Runs the command line in a folder after a script has mounted things; `$1` is the folder, `$2` the command line. */
function runMounted(script: string, folder: string): Promise<CliResult> {
  const [command = '', ...args] = UNSHARE;
  return runProcess(command, [...args, 'sh', '-euc', script, 'sh', folder, bin()], { cwd: folder, env: process.env });
}

/** Everything below the folder, with modes: printed from inside of the namespace. */
const LIST =
  'find . -type f -exec ls -l {} + -exec sha256sum {} + | sed "s/ [A-Z][a-z][a-z] .*:.. / /" | sort; find . -type d | sort';

test.skipIf(!canMount)('a disk that is full at any point is one error, and leaves the tree as it was', async () => {
  const folder = await makeRepository();
  // From a disk that holds almost nothing to one that almost suffices.
  const script = `
    for size in 32 64 96 128 160 192 224 256; do
      mkdir "$1/$size"; mount -t tmpfs -o size="$size"k,nr_inodes=200 none "$1/$size"; cd "$1/$size"
      mkdir -p .claude/agents; echo '{ "model": "opus" }' > .claude/settings.json; echo mine > .claude/agents/mine.md
      before=$(${LIST})
      code=0; node "$2" install > out.log 2> ../err.log || code=$?; rm out.log
      after=$(${LIST})
      [ "$before" = "$after" ] && same=same || same=different
      echo "$size $code $same $(head -n 1 ../err.log)"
    done`;
  const { stdout, stderr } = await runMounted(script, folder);
  const lines = stdout.trim().split('\n');
  expect(lines, stderr).toHaveLength(8);
  const [full, enough] = [lines.filter((line) => / 2 /.test(line)), lines.filter((line) => / 0 different/.test(line))];
  expect(full.length, stdout).toBeGreaterThan(3);
  expect(full.length + enough.length).toBe(8);
  for (const line of full) expect(line).toMatch(/ 2 same error: The disk is full at .* Everything is as it was\.$/);
});

test.skipIf(!canMount)('an upgrade on a full disk leaves the installation as it was', async () => {
  const folder = await makeRepository();
  const script = `
    mount -t tmpfs -o size=2m none "$1"; cd "$1"
    node "$2" install > /dev/null 2>&1
    node -e 'const fs = require("fs"); const f = ".claude/backend-system-architect/manifest.json"; const m = JSON.parse(fs.readFileSync(f)); for (const file of m.files) if (file.path.includes("/skills/")) { fs.appendFileSync(file.path, "older\\n"); file.sha256 = require("crypto").createHash("sha256").update(fs.readFileSync(file.path)).digest("hex"); delete file.base; } fs.writeFileSync(f, JSON.stringify(m));'
    head -c 3m /dev/zero > filling 2> /dev/null || true
    before=$(${LIST})
    code=0; node "$2" install > /dev/null 2> /tmp/err-$$ || code=$?
    after=$(${LIST})
    [ "$before" = "$after" ] && same=same || same=different
    echo "$code $same"; cat /tmp/err-$$; rm /tmp/err-$$ filling
    node "$2" install | tail -n 3; node "$2" status > /dev/null; echo "status $?"`;
  const { stdout, stderr } = await runMounted(script, folder);
  expect(stdout, stderr).toMatch(/^2 same\nerror: The disk is full at /);
  expect(stdout).toMatch(/19 updated/);
  expect(stdout).toMatch(/status 0\n$/);
});

test.skipIf(!canMount)('a read-only file system is one error', async () => {
  const folder = await makeRepository(THEIRS);
  const script = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; cd "$1"; node "$2" install';
  const before = await snapshot(folder);
  const { exitCode, stdout, stderr } = await runMounted(script, folder);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: .* is on a read-only file system\. Everything is as it was\.\n/);
  expect(await snapshot(folder)).toEqual(before);
});

test.skipIf(!canMount)('a read-only .claude in a repository that can be written leaves no trace', async () => {
  const folder = await makeRepository(THEIRS);
  const script =
    'mount --bind "$1/.claude" "$1/.claude"; mount -o remount,ro,bind "$1/.claude"; cd "$1"; node "$2" install';
  const before = await snapshot(folder);
  const { exitCode, stderr } = await runMounted(script, folder);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: .*\.claude\/.* is on a read-only file system\. Everything is as it was\.\n/);
  expect(await snapshot(folder)).toEqual(before);
});

test.skipIf(!canMount)('a .claude on a file system of its own is installed into, and given back', async () => {
  const folder = await makeRepository({ '.claude/keep': '' });
  const script = `
    mount -t tmpfs none "$1/.claude"; cd "$1"; mkdir .claude/skills; mount -t tmpfs none .claude/skills
    echo '{}' > .claude/settings.json
    before=$(${LIST})
    node "$2" install > /dev/null; node "$2" status > /dev/null; node "$2" uninstall > /dev/null
    [ "$before" = "$(${LIST})" ] && echo same`;
  const { exitCode, stdout, stderr } = await runMounted(script, folder);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: 'same\n', stderr: '' });
});

test.skipIf(!canMount)(
  'a settings file that is a mount of its own is one error: it cannot be replaced as a whole',
  async () => {
    const folder = await makeRepository({ ...THEIRS, other: '{}' });
    const before = await snapshot(folder);
    const script = 'mount --bind "$1/other" "$1/.claude/settings.json"; cd "$1"; node "$2" install';
    const { exitCode, stderr } = await runMounted(script, folder);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: .*settings\.json is in use\. Everything is as it was\.\n/);
    expect(await snapshot(folder)).toEqual(before);
  },
);

test.skipIf(!canMount)('links to another file system are followed when asked for', async () => {
  const folder = await makeRepository();
  const script = `
    mkdir "$1/elsewhere"; mount -t tmpfs none "$1/elsewhere"; mkdir "$1/elsewhere/claude" "$1/repository"
    cd "$1/repository"; ln -s ../elsewhere/claude .claude
    node "$2" install --follow-links > /dev/null; node "$2" status --follow-links > /dev/null
    ls ../elsewhere/claude; node "$2" uninstall --follow-links > /dev/null; ls -A ../elsewhere/claude; ls -A`;
  const { exitCode, stdout, stderr } = await runMounted(script, folder);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toBe('agents\nbackend-system-architect\ncontext\nhooks\nsettings.json\nskills\n.claude\n');
});

/** Runs the command line as somebody who may not write everywhere. */
async function asNobody(args: readonly string[], repository: string): Promise<CliResult> {
  if (!isRoot) return cli(args, { cwd: repository });
  const script =
    'process.setgid(+process.argv[1]); process.setuid(+process.argv[1]); process.argv.splice(1, 2, process.argv[2]); require(process.argv[1])';
  // The package may lie where only its owner may look.
  const copy = await mkdtemp('/tmp/nobody-');
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await promiseOf('cp', [
    '-r',
    path.join(inject('packed'), 'node_modules/backend-system-architect'),
    path.join(copy, 'package'),
  ]);
  await promiseOf('chmod', ['-R', 'a+rX', copy, path.dirname(repository)]);
  const file = path.join(copy, 'package/dist/bin.cjs');
  return runProcess(process.execPath, ['-e', script, String(NOBODY), file, ...args], {
    cwd: repository,
    env: process.env,
  });
}

async function promiseOf(command: string, args: string[]): Promise<void> {
  const { exitCode, stderr } = await runProcess(command, args, { cwd: '/', env: process.env });
  expect(exitCode, stderr).toBe(0);
}

test.skipIf(process.platform === 'win32')('a repository that may not be written is one error', async () => {
  const repository = await makeRepository(THEIRS);
  await chmod(repository, 0o555);
  onTestFinished(() => chmod(repository, 0o755));
  const before = await snapshot(repository);
  const { exitCode, stdout, stderr } = await asNobody(['install'], repository);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: No permission for .* Everything is as it was\.\n/);
  expect(await snapshot(repository)).toEqual(before);
});

test.skipIf(process.platform === 'win32')('one folder that may not be written leaves all of it as it was', async () => {
  const repository = await makeRepository({ ...THEIRS, '.claude/skills/mine/SKILL.md': '' });
  if (isRoot) await promiseOf('chown', ['-R', String(NOBODY), path.dirname(repository)]);
  const skills = path.join(repository, '.claude/skills');
  await chmod(skills, 0o555);
  onTestFinished(() => chmod(skills, 0o755));
  const before = await snapshot(repository);
  const { exitCode, stderr } = await asNobody(['install'], repository);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: No permission for .*\.claude\/skills\/.* Everything is as it was\.\n/);
  expect(await snapshot(repository)).toEqual(before);
});

test('a file that was made read-only is not written over, not even by its owner', async () => {
  const repository = await makeRepository(THEIRS);
  const settings = path.join(repository, '.claude/settings.json');
  await chmod(settings, 0o444);
  onTestFinished(() => chmod(settings, 0o644));
  const before = await snapshot(repository);
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error: ${settings} is read-only; nothing was changed.`);
  expect(await snapshot(repository)).toEqual(before);
});

test('of two installs at once one waits for the other, and both come to the same end', async () => {
  const repository = await makeRepository(THEIRS);
  const results = await Promise.all(Array.from({ length: 6 }, () => cli(['install'], { cwd: repository })));
  expect(results.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0, 0, 0]);
  const after = await snapshot(repository);
  expect((await cli(['install', '--format', 'json'], { cwd: repository })).stdout).not.toContain('"create"');
  expect(await snapshot(repository)).toEqual(after);
  await Promise.all(Array.from({ length: 3 }, () => cli(['uninstall'], { cwd: repository })));
  expect(await snapshot(repository)).toEqual(await snapshot(await makeRepository(THEIRS)));
});

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

test('what stands where a transaction keeps its journal is named, and not followed', async () => {
  const repository = await makeRepository({ '../elsewhere/mine': '' });
  await symlink('../elsewhere', path.join(repository, '.backend-system-architect.transaction'));
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('.backend-system-architect.transaction is not a folder.');
  expect(Object.keys(await snapshot(path.join(repository, '../elsewhere')))).toEqual(['mine']);
});

test.each([
  ['names a path outside', '"path": "../mine", "before": '],
  ['names what is not ours', '"path": ".git/hooks/pre-commit", "before": '],
])('a journal that came with a repository and %s is refused', async (_, step) => {
  const repository = await makeRepository({ '../mine': 'mine' });
  const hash = 'a'.repeat(64);
  const journal = `{ "$schema": "journal/1", "id": "01234567", "label": "install", "phase": "committed", "steps": [{ "kind": "remove", ${step}"${hash}" }] }`;
  await writeFiles(repository, { '.backend-system-architect.transaction/journal.json': journal });
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('is not a journal that this version writes');
  expect(await readFile(path.join(repository, '../mine'), 'utf8')).toBe('mine');
});

test.skipIf(process.platform === 'win32')('a journal does not lead through a link out of the repository', async () => {
  const repository = await makeRepository();
  const outside = path.join(repository, '../elsewhere');
  await mkdir(outside);
  await writeFile(path.join(outside, 'x.01234567.new'), 'evil');
  await symlink(outside, path.join(repository, '.claude'));
  const { createHash } = await import('node:crypto');
  const after = createHash('sha256').update('evil').digest('hex');
  const steps = [{ kind: 'write', path: '.claude/x', after }];
  const journal = { $schema: 'journal/1', id: '01234567', label: 'install', phase: 'committed', steps };
  await writeFiles(repository, { '.backend-system-architect.transaction/journal.json': JSON.stringify(journal) });
  const { exitCode, stderr } = await cli(['status'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('leads by a symbolic link to');
  expect(Object.keys(await snapshot(outside))).toEqual(['x.01234567.new']);
});
