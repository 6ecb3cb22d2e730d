import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { makeRepository } from '../support/repository.js';
import { readAction, runAction } from './run-action.js';

const GOOD = '---\nname: good\ndescription: Reviews code.\n---\n\nRead it.\n';
const BAD = '---\nname: bad\ndescription: Reviews code.\ntools: [Read, Grpe]\n---\n\nRead it.\n';

/** A workspace in which npx finds the package at its version without a network. */
async function workspace(files: Record<string, string>): Promise<string> {
  const folder = await makeRepository(files);
  await symlink(path.join(inject('packed'), 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

async function run(files: Record<string, string>, inputs: Record<string, string> = {}) {
  const folder = await workspace(files);
  const env = { ...process.env, HOME: folder, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  return { folder, ...(await runAction(folder, inputs, env)) };
}

const AGENT = '.claude/agents/a.md';

describe.skipIf(process.platform === 'win32')('the action', () => {
  test('passes where nothing is wrong, and hands a log without results to code scanning', async () => {
    const { exitCode, stdout, used, folder, outputs } = await run({ [AGENT]: GOOD });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(outputs).toEqual({ 'exit-code': '0', 'sarif-file': 'backend-system-architect.sarif' });
    const given = { sarif_file: 'backend-system-architect.sarif', category: 'backend-system-architect' };
    expect(used).toEqual([{ uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/), with: given }]);
    const log = JSON.parse(await readFile(path.join(folder, given.sarif_file), 'utf8'));
    expect(log.runs[0].results).toEqual([]);
  });

  test('annotates each finding at its line, uploads the log all the same, and fails in the end', async () => {
    const { exitCode, stdout, used, folder } = await run({ [AGENT]: BAD });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error file=\.claude\/agents\/a\.md,line=4,col=15,title=agent-tool-unknown::/m);
    expect(used).toHaveLength(1);
    const log = JSON.parse(await readFile(path.join(folder, 'backend-system-architect.sarif'), 'utf8'));
    expect(log.runs[0].results).toMatchObject([{ ruleId: 'agent-tool-unknown' }]);
  });

  test('passes its inputs on: several paths with spaces, rules, a limit of warnings, no upload', async () => {
    const files = { 'one team/.claude/agents/a.md': BAD, 'two/.claude/agents/a.md': GOOD };
    const paths = 'one team\ntwo\n';
    expect((await run(files, { paths })).exitCode).toBe(1);
    const rules = 'agent-tool-unknown=off\n';
    const { exitCode, used } = await run(files, { paths, rules, 'max-warnings': '0', 'upload-sarif': 'false' });
    expect({ exitCode, used }).toEqual({ exitCode: 0, used: [] });
    const warns = { rules: 'agent-tool-unknown=warning' };
    expect((await run({ [AGENT]: BAD }, warns)).exitCode).toBe(0);
    expect((await run({ [AGENT]: BAD }, { ...warns, strict: 'true' })).exitCode).toBe(1);
  });

  test('stops with 2 where there is nothing to check, says why, and uploads nothing', async () => {
    const { exitCode, stderr, used } = await run({ 'a.txt': '' });
    expect({ exitCode, used }).toEqual({ exitCode: 2, used: [] });
    expect(stderr).toContain('There is nothing to validate');
  });

  test('takes no input for shell', async () => {
    const hostile = '.; touch pwned #\n$(touch pwned)\n`touch pwned`';
    const { folder, exitCode } = await run(
      { [AGENT]: GOOD },
      { paths: hostile, rules: hostile, 'sarif-file': '"; touch pwned "' },
    );
    expect(exitCode).toBe(2);
    await expect(readFile(path.join(folder, 'pwned'))).rejects.toThrow('ENOENT');
  });
});

test('it interpolates nothing into a script', async () => {
  const { runs } = await readAction();
  for (const { run: script = '' } of runs.steps) expect(script).not.toContain('${{');
});
