import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

const AGENT = '.claude/agents/an agent.md';
const SCRIPT = '.claude/hooks/x.sh';
const HEAD = '\uFEFF---\r\nname: a\r\ndescription: Reads.\r\n';
const FLAT = `hooks:\r\n  Stop:\r\n    - command: $CLAUDE_PROJECT_DIR/${SCRIPT}\r\n`;
const FILES = {
  [AGENT]: `${HEAD}tools: Read, MultiEdit # all\r\n${FLAT}---\r\nBody without an end`,
  [SCRIPT]: '#!/bin/sh\r\n# caf\u00e9\r\nexit 0\r\n',
  '.claude/settings.json': `{ "hooks": { "Stop": [{ "command": "true" }] } }`,
};

async function makeFaulty(files: Record<string, string | Buffer> = FILES): Promise<string> {
  const repository = await makeRepository(files);
  if (SCRIPT in files) await chmod(path.join(repository, SCRIPT), 0o644);
  return repository;
}

const fix = (cwd: string, ...args: string[]) => cli(['validate', '--fix', ...args], { cwd });
const read = (cwd: string, file: string) => readFile(path.join(cwd, file), 'utf8');

describe.skipIf(process.platform === 'win32')('validate --fix', () => {
  test('puts right what it can, names each file, reports the rest, and changes nothing a second time', async () => {
    const repository = await makeFaulty();
    await chmod(path.join(repository, SCRIPT), 0o640);
    const first = await fix(repository);
    expect(first).toMatchObject({ exitCode: 0, stdout: '2 files checked: 0 errors, 0 warnings\n' });
    expect(first.stderr.split('\n')).toEqual([
      `fixed ${AGENT} (agent-tool-unknown, hook-form, hook-path-unquoted)`,
      `fixed ${SCRIPT} (hook-script-crlf, hook-script-not-executable)`,
      'fixed .claude/settings.json (hook-form)',
      '',
    ]);
    expect(await read(repository, AGENT)).toBe(
      `${HEAD}tools: Read, Edit # all\r\nhooks:\r\n  Stop:\r\n    - hooks:\r\n        - type: command\r\n          command: '"$CLAUDE_PROJECT_DIR"/${SCRIPT}'\r\n---\r\nBody without an end`,
    );
    expect(await read(repository, SCRIPT)).toBe('#!/bin/sh\n# caf\u00e9\nexit 0\n');
    expect((await stat(path.join(repository, SCRIPT))).mode & 0o777).toBe(0o750);
    const before = await snapshot(repository);
    expect(await fix(repository)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await snapshot(repository)).toEqual(before);
  });

  test.each([
    ['git apply', 'git', ['apply']],
    ['patch -p1', 'patch', ['-p1', '--binary', '--quiet', '-i']],
  ])('--dry-run writes nothing, and with its diff %s comes to the same files', async (_, program, args) => {
    const repository = await makeFaulty({ ...FILES, [SCRIPT]: Buffer.from('#!/bin/sh\r\n# caf\xe9\r\n', 'latin1') });
    const copy = path.join(repository, '../a copy');
    await cp(repository, copy, { recursive: true });
    const before = await snapshot(repository);
    const bin = promisify(execFile);
    // The diff is bytes, of which `cli` would make text.
    const shell = `"${process.execPath}" "$BIN" validate --fix --dry-run > ../fix.diff`;
    const packed = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
    const run = bin('sh', ['-c', shell], { cwd: repository, env: { ...process.env, BIN: packed } });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: '6 fixes in 3 files would be made; nothing was written.\n',
    });
    expect(await snapshot(repository)).toEqual(before);
    await bin(program, [...args, '../fix.diff'], { cwd: copy });
    await fix(repository);
    expect(await snapshot(copy)).toEqual(await snapshot(repository));
  });

  test('--dry-run --format json names files, rules and changes; other formats have no place for them', async () => {
    const repository = await makeFaulty();
    const { stdout, exitCode } = await fix(repository, '--dry-run', '--format', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      fixes: [
        { file: AGENT, rules: ['agent-tool-unknown', 'hook-form', 'hook-path-unquoted'], diff: expect.any(String) },
        {
          file: SCRIPT,
          rules: ['hook-script-crlf', 'hook-script-not-executable'],
          diff: expect.stringContaining('\nold mode 100644\nnew mode 100755\n'),
        },
        { file: '.claude/settings.json', rules: ['hook-form'], diff: expect.stringContaining('diff --git a/') },
      ],
      notFixed: [],
    });
    expect(await fix(repository, '--dry-run', '--format', 'sarif')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('--dry-run exits with 0 where all is well, and with 1 where an error remains that it cannot put right', async () => {
    const text = (tools: string) => `---\nname: a\ndescription: Reads.\ntools: ${tools}\n---\nBody\n`;
    const well = await fix(await makeFaulty({ [AGENT]: text('Read') }), '--dry-run');
    expect(well).toMatchObject({ exitCode: 0, stdout: '' });
    expect(well.stderr).toContain('nothing was written');
    const other = await fix(await makeFaulty({ [AGENT]: text('Read, Reed') }), '--dry-run');
    expect(other).toMatchObject({ exitCode: 1, stdout: '' });
  });

  test('what would bring another finding is left as it was, every byte of it, and named', async () => {
    const agent = `---\nname: a\ndescription: Reads.\ntools: MultiEdit\nhooks:\n  PreToolUse:\n    - matcher: wri\n      command: ls\n---\nBody\n`;
    const repository = await makeFaulty({ [AGENT]: agent });
    const { stderr, exitCode } = await fix(repository);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      `not fixed ${AGENT} (hook-form, agent-tool-unknown): it would bring a finding of hook-matcher\n`,
    );
    expect(await read(repository, AGENT)).toBe(agent);
  });

  test('a rule that is off, and one that a comment turns off, is not fixed', async () => {
    const off =
      '---\nname: a\ndescription: Reads.\n# backend-system-architect: disable hook-form\ntools: MultiEdit\nhooks:\n  Stop:\n    - command: ls\n---\nBody\n';
    const repository = await makeFaulty({ [AGENT]: off });
    expect((await fix(repository, '--rule', 'agent-tool-unknown=off')).stderr).toBe('');
    expect(await read(repository, AGENT)).toBe(off);
  });

  test('a link in the repository stays one and what it leads to is written once; outside of it nothing is', async () => {
    const agent = '---\nname: a\ndescription: Reads.\ntools: MultiEdit\n---\nBody\n';
    const repository = await makeFaulty({ 'shared/a.md': agent });
    const outside = path.join(repository, '../outside.md');
    await writeFile(outside, agent);
    await mkdir(path.join(repository, '.claude/agents'), { recursive: true });
    await symlink('../../shared/a.md', path.join(repository, '.claude/agents/a.md'));
    await symlink(outside, path.join(repository, '.claude/agents/b.md'));
    const { stderr } = await fix(repository);
    expect(stderr).toBe('fixed shared/a.md (agent-tool-unknown)\n');
    expect((await snapshot(repository))['.claude/agents/a.md']).toBe('-> ../../shared/a.md');
    expect(await read(repository, 'shared/a.md')).toContain('tools: Edit');
    expect(await readFile(outside, 'utf8')).toBe(agent);
  });

  test('nothing is written through a folder that leads out of the repository', async () => {
    const repository = await makeFaulty({});
    const elsewhere = path.join(repository, '../elsewhere');
    await mkdir(elsewhere);
    const settings = '{ "hooks": { "Stop": [{ "command": "true" }] } }';
    await writeFile(path.join(elsewhere, 'settings.json'), settings);
    await symlink(elsewhere, path.join(repository, '.claude'));
    const { stderr } = await fix(repository);
    expect(stderr).toBe('not fixed .claude/settings.json (hook-form): it lies outside of the repository\n');
    expect(await readFile(path.join(elsewhere, 'settings.json'), 'utf8')).toBe(settings);
  });

  test.each([
    ['file', 'b.md', 0o444],
    ['folder', '', 0o555],
  ])('a read-only %s is one clear error, after the files that are done are named', async (_, name, mode) => {
    const agent = (id: string) => `---\nname: ${id}\ndescription: Reads.\ntools: MultiEdit\n---\nBody\n`;
    const repository = await makeFaulty({ '.claude/agents/a.md': agent('a'), '.claude/agents/late/b.md': agent('b') });
    const locked = path.join(repository, '.claude/agents/late', name);
    await chmod(locked, mode);
    const { exitCode, stdout, stderr } = await fix(repository);
    await chmod(locked, 0o755);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe('fixed .claude/agents/a.md (agent-tool-unknown)');
    expect(stderr).toMatch(/\nerror: .*(?:is read-only\.|No permission for)/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await read(repository, '.claude/agents/late/b.md')).toBe(agent('b'));
    expect(Object.keys(await snapshot(repository))).toHaveLength(5);
  });
});
