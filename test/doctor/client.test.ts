import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkClient } from '../../src/doctor/check-client.js';
import { checkNode } from '../../src/doctor/check-node.js';
import { runProgram } from '../../src/doctor/run-program.js';
import { about, addProgram, makeFolder, makeMachine, runDoctor } from './installed-agent.js';

describe.skipIf(process.platform === 'win32')('client', () => {
  test.each([
    ['the latest that was measured', 'echo "2.1.330 (Claude Code)"', 'ok', /^Claude Code 2\.1\.330 \(\S+claude\)\.$/],
    ['between two that were measured', 'echo "2.1.120 (Claude Code)"', 'ok', /^Claude Code 2\.1\.120/],
    [
      'newer than all',
      'echo "2.2.0 (Claude Code)"',
      'ok',
      /newer than 2\.1\.330, the latest version that was measured\.$/,
    ],
    ['the oldest that was measured', 'echo "2.1.50 (Claude Code)"', 'ok', /^Claude Code 2\.1\.50/],
    ['older than all', 'echo "2.1.49 (Claude Code)"', 'problem', /older than 2\.1\.50, the oldest version/],
    ['of long ago', 'echo "1.0.127 (Claude Code)"', 'problem', /older than/],
    ['none', 'echo "Hello."', 'problem', /prints "Hello", which is no version/],
    ['not told', 'echo "libc is too old" >&2; exit 1', 'problem', /ends with 1: libc is too old\.$/],
  ])('a client whose version is %s', async (_, script, status, message) => {
    const folder = await makeFolder('programs');
    await addProgram(folder, 'claude', script);
    const found = await checkClient({ env: { PATH: folder }, cwd: folder, run: runProgram });
    expect(found).toMatchObject({ check: 'client', status, message: expect.stringMatching(message) });
    expect('remedy' in found).toBe(status !== 'ok');
  });

  test('a client that hangs is a problem', async () => {
    const folder = await makeFolder('programs');
    await addProgram(folder, 'claude', 'exit 0');
    const run = () => Promise.resolve({ kind: 'timed-out', durationMs: 15_000 } as const);
    const found = await checkClient({ env: { PATH: folder }, cwd: folder, run });
    expect(found).toMatchObject({ status: 'problem', message: expect.stringContaining('does not answer within 15 s') });
  });

  test('without a client there is a warning, as machines for CI have none', async () => {
    const machine = await makeMachine();
    await rm(path.join(machine.programs, 'claude'));
    const run = await runDoctor(machine);
    expect(run.exitCode).toBe(0);
    expect(about(run, 'client')).toMatchObject([{ status: 'warning', remedy: expect.stringContaining('Install') }]);
  });
});

describe.skipIf(process.platform === 'win32')('Node.js', () => {
  const check = (running: string, folder: string) =>
    checkNode({ running, required: '>=20.19', hookEnv: { PATH: folder }, cwd: folder, run: runProgram });

  test.each([
    ['v20.19.0', 'ok'],
    ['v22.3.1', 'ok'],
    ['v20.18.3', 'problem'],
    ['v18.20.8', 'problem'],
  ])('%s is held against what the package needs, for this command and for the hooks', async (version, status) => {
    const folder = await makeFolder('programs');
    await addProgram(folder, 'node', `echo ${version}`);
    const found = await check(version, folder);
    expect(found.map((finding) => finding.status)).toEqual([status, status]);
    for (const finding of found) expect('remedy' in finding).toBe(status === 'problem');
  });

  test('hooks that find no Node.js are a problem, whatever runs this command', async () => {
    expect(await check('v24.0.0', await makeFolder('programs'))).toMatchObject([
      { status: 'ok' },
      { status: 'problem', message: expect.stringContaining('no "node" on the PATH') },
    ]);
  });

  test('so is something else of that name', async () => {
    const folder = await makeFolder('programs');
    await addProgram(folder, 'node', 'echo "amateur packet radio"');
    expect(await check('v24.0.0', folder)).toMatchObject([{ status: 'ok' }, { status: 'problem' }]);
  });
});
