import { chmod, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRepository, writeFiles } from '../support/repository.js';
import {
  AGENT_PATH,
  about,
  addProgram,
  HOOKS,
  install,
  type Machine,
  makeFolder,
  makeMachine,
  runDoctor,
  SETTINGS_PATH,
  trust,
} from './installed-agent.js';

const NAMES = ['boundary-guard', 'output-validator', 'context-publisher', 'handoff-preparer', 'agent-start'];

/** What is found about one hook. */
async function hookOf(machine: Machine, name: string) {
  const found = about(await runDoctor(machine), 'hook').filter(({ message }) => message.includes(`hook ${name} `));
  expect(found).toHaveLength(1);
  return found[0];
}

async function editAgent({ repository }: Machine, change: (text: string) => string): Promise<void> {
  const text = await readFile(path.join(repository, AGENT_PATH), 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFiles(repository, { [AGENT_PATH]: change(text) });
}

describe.skipIf(process.platform === 'win32')('hooks', () => {
  test('every installed hook is started and timed', async () => {
    const machine = await makeMachine();
    const found = (await runDoctor(machine)).findings.filter(({ check }) => check === 'hook');
    expect(found.map(({ status }) => status)).toEqual(NAMES.map(() => 'ok'));
    for (const name of NAMES) expect(found.some(({ message }) => message.includes(`hook ${name} `))).toBe(true);
    for (const { durationMs } of found) expect(durationMs).toBeGreaterThan(0);
  });

  test('a lost run bit is a problem, and the remedy gives it back', async () => {
    const machine = await makeMachine();
    const script = path.join(machine.repository, HOOKS, 'output-validator.sh');
    await chmod(script, 0o644);
    const { status, message, remedy } = (await hookOf(machine, 'output-validator')) ?? {};
    expect({ status, remedy }).toEqual({ status: 'problem', remedy: `Run: chmod +x '${HOOKS}/output-validator.sh'` });
    expect(message).toContain('run bit');
  });

  test('a script that is gone is a problem', async () => {
    const machine = await makeMachine();
    await rm(path.join(machine.repository, HOOKS, 'context-publisher.sh'));
    expect(await hookOf(machine, 'context-publisher')).toMatchObject({
      status: 'problem',
      message: expect.stringContaining('is gone'),
      remedy: expect.stringContaining('install --force'),
    });
  });

  test('without Node.js on the PATH every hook complains', async () => {
    const machine = await makeMachine();
    await rm(path.join(machine.programs, 'node'));
    const run = await runDoctor(machine);
    expect(run.exitCode).toBe(1);
    for (const finding of about(run, 'hook')) {
      expect(finding).toMatchObject({
        status: 'problem',
        message: expect.stringContaining('Node.js is not on the PATH'),
      });
    }
  });

  test.each([
    ['ends with an error', '#!/bin/sh\necho "no such thing" >&2\nexit 3\n', 'ends with 3: no such thing.'],
    ['is no shell script', '#!/bin/sh\nif\n', 'ends with 2: '],
    ['has a first line that leads nowhere', '#!/no/such/shell\n', 'ends with 127'],
    ['was saved with the line ends of Windows', '#!/bin/sh\r\nexit 0\r\n', 'ends with 127'],
    ['prints what is no JSON', '#!/bin/sh\necho "Hello."\n', 'prints what is no JSON object: Hello.'],
    ['complains to the user', '#!/bin/sh\necho \'{"systemMessage":"It broke."}\'\n', 'complains: It broke.'],
    ['is killed', '#!/bin/sh\nkill -9 $$\n', 'ends with 137'],
  ])('a script that %s is a problem', async (_, script, message) => {
    const machine = await makeMachine({ [`${HOOKS}/handoff-preparer.sh`]: script });
    const found = await hookOf(machine, 'handoff-preparer');
    expect(found).toMatchObject({ status: 'problem', message: expect.stringContaining(message) });
    expect(found?.remedy).toBeTruthy();
  });

  test('of a broken bundle the error is told, and where the installed file lies', async () => {
    const machine = await makeMachine({ [`${HOOKS}/agent-hooks.cjs`]: `require('./gone.cjs');\n` });
    const found = await hookOf(machine, 'boundary-guard');
    expect(found?.status).toBe('problem');
    expect(found?.message).toContain("ends with 1: Error: Cannot find module './gone.cjs'");
  });

  test('a hook that takes longer than its timeout is a problem, and does not hold up the rest', async () => {
    const machine = await makeMachine({ [`${HOOKS}/output-validator.sh`]: '#!/bin/sh\nexec sleep 60\n' });
    await addProgram(machine.programs, 'sleep', 'exec /bin/sleep "$@"');
    await editAgent(machine, (text) => text.replace(/(output-validator\.sh'\n\s+timeout: )10/, '$11'));
    expect(await hookOf(machine, 'output-validator')).toMatchObject({
      status: 'problem',
      message: expect.stringContaining('is not done after 1 s'),
      remedy: expect.stringContaining(AGENT_PATH),
    });
    // Well below the minute that the hook would take.
  }, 30_000);

  test('a hook that is not in the settings any more is a problem', async () => {
    const machine = await makeMachine({ [SETTINGS_PATH]: '{}' });
    expect(await hookOf(machine, 'agent-start')).toMatchObject({
      status: 'problem',
      message: expect.stringContaining(`is not in ${SETTINGS_PATH} any more`),
    });
  });

  test('hooks of the user are not started', async () => {
    const machine = await makeMachine();
    const mark = path.join(machine.home, 'started');
    await editAgent(machine, (text) =>
      text.replace('  Stop:\n    - hooks:\n', `$&        - type: command\n          command: touch '${mark}'\n`),
    );
    const run = await runDoctor(machine);
    expect(about(run, 'hook')).toContainEqual({
      check: 'hook',
      status: 'ok',
      message: `A hook for Stop in ${AGENT_PATH} is not one of this package's and was not tried.`,
    });
    await expect(readFile(mark)).rejects.toThrow('ENOENT');
  });

  test('a path that is not quoted breaks where the path of the repository has a space', async () => {
    const machine = await makeMachine();
    await editAgent(machine, (text) =>
      text.replace(
        `'"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/boundary-guard.sh'`,
        `$CLAUDE_PROJECT_DIR/${HOOKS}/boundary-guard.sh`,
      ),
    );
    expect(await hookOf(machine, 'boundary-guard')).toMatchObject({
      status: 'problem',
      message: expect.stringContaining('ends with 127'),
      remedy: expect.stringContaining('quotes'),
    });
  });

  test('the PATH that settings give to hooks is the one that counts', async () => {
    const machine = await makeMachine();
    const empty = await makeFolder('empty');
    await writeFiles(machine.repository, { '.claude/settings.local.json': JSON.stringify({ env: { PATH: empty } }) });
    expect(about(await runDoctor(machine), 'node')).toMatchObject([{ status: 'ok' }, { status: 'problem' }]);
  });

  test("an installation in the user's own folder serves a repository, trusted or not, and its scripts are copied too", async () => {
    const machine = await makeMachine();
    const repository = await makeRepository();
    await install(machine.home, 'user');
    await trust(machine.home, '/elsewhere');
    await rm(path.join(machine.home, HOOKS, 'agent-start.sh'));
    await symlink('/bin/false', path.join(machine.home, HOOKS, 'agent-start.sh'));
    const run = await runDoctor({ ...machine, repository });
    const byStatus = (status: string) => about(run, 'hook').filter((finding) => finding.status === status);
    expect(byStatus('ok')).toHaveLength(4);
    expect(byStatus('problem')).toMatchObject([
      { message: expect.stringContaining('~/.claude/settings.json) ends with 1') },
    ]);
    expect(about(run, 'hooks-enabled')).toMatchObject([{ status: 'ok' }]);
    expect(about(run, 'definition')).toMatchObject([{ check: 'definition' }]);
  });
});
