import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { type CliResult, runProcess } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

const THEIRS = { '.claude/settings.json': '{ "model": "opus" } // mine\n', '.claude/agents/mine.md': 'mine' };
const bin = () => path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');

/** A namespace of its own, in which a file system can be mounted without being root. */
const UNSHARE = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

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
  expect(stdout).toMatch(/: [1-9]\d+ updated, \d+ unchanged\./);
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
