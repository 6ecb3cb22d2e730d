import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runProcess } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

const PRE_COMMIT = 'pre-commit==4.7.0';
const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
let folder: string;
let hooks: string;
let commit: string;

/** pre-commit itself, and a repository that offers our hooks as pre-commit reads them: committed. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pre commit-'));
  await run('python3', ['-m', 'venv', path.join(folder, 'venv')]);
  await run(path.join(folder, 'venv/bin/pip'), ['install', '--quiet', PRE_COMMIT]);
  hooks = path.join(folder, 'hooks');
  await mkdir(hooks);
  await copyFile(path.join(root, '.pre-commit-hooks.yaml'), path.join(hooks, '.pre-commit-hooks.yaml'));
  await git(hooks, 'init', '--quiet');
  await git(hooks, 'add', '.');
  await git(hooks, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'hooks');
  commit = (await git(hooks, 'rev-parse', 'HEAD')).stdout.trim();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]) => run('git', args, { cwd });

/** A repository with the hook configured, in which npx finds the package without a network. */
async function makeUser(hook: string, files: Record<string, string>): Promise<string> {
  const repository = await makeRepository({ '.gitignore': 'node_modules\n', ...files });
  const config = `repos:\n  - repo: ${JSON.stringify(hooks)}\n    rev: ${commit}\n    hooks:\n      - id: ${hook}\n`;
  await writeFile(path.join(repository, '.pre-commit-config.yaml'), config);
  await symlink(path.join(inject('packed'), 'node_modules'), path.join(repository, 'node_modules'), 'dir');
  await git(repository, 'init', '--quiet');
  await git(repository, 'add', '.');
  return repository;
}

const preCommit = (cwd: string) =>
  runProcess(path.join(folder, 'venv/bin/pre-commit'), ['run', '--all-files', '--color', 'never'], {
    cwd,
    env: { ...process.env, PRE_COMMIT_HOME: path.join(folder, 'home'), npm_config_offline: 'true' },
  });

const AGENT = '.claude/agents/a.md';
const agent = (tools: string) => `---\nname: a\ndescription: Reviews.\ntools: [${tools}]\n---\n\nRead it.\n`;

test('pre-commit refuses a commit with an agent that the client would not take as written, and says where and why', async () => {
  const { exitCode, stdout } = await preCommit(
    await makeUser('backend-system-architect', { [AGENT]: agent('Read, Grpe') }),
  );
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^Validate Claude Code agents\.+Failed$/m);
  expect(stdout).toContain(`${AGENT}:4:15 error agent-tool-unknown`);
});

test('it passes a good one, and leaves out commits that are about other files', async () => {
  const passed = await preCommit(await makeUser('backend-system-architect', { [AGENT]: agent('Read') }));
  expect(passed).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^Validate Claude Code agents\.+Passed$/m),
  });
  const skipped = await preCommit(await makeUser('backend-system-architect', { 'src/agents.py': '' }));
  expect(skipped).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\(no files to check\)Skipped$/m) });
});

test('the other hook puts right what is mechanical, which stops the commit once and lets it pass then', async () => {
  const repository = await makeUser('backend-system-architect-fix', { [AGENT]: agent('Read, MultiEdit') });
  const first = await preCommit(repository);
  expect(first).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('files were modified by this hook') });
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe(agent('Read, Edit'));
  await git(repository, 'add', '.');
  expect((await preCommit(repository)).exitCode).toBe(0);
});
