import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/doctor/run-program.js';

const run = (script: string, timeoutMs = 20_000, input?: string) =>
  runProgram({
    program: '/bin/sh',
    args: ['-c', script],
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    timeoutMs,
    ...(input === undefined ? {} : { input }),
  });

describe.skipIf(process.platform === 'win32')('a program', () => {
  test('gets its input, and what it prints comes back with its exit code', async () => {
    const found = await run('cat; echo wrong >&2; exit 3', 20_000, 'hello');
    expect(found).toMatchObject({ kind: 'ended', exitCode: 3, stdout: 'hello', stderr: 'wrong\n' });
  });

  test('that is ended because it took too long has not ended by itself', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await run('exec sleep 60', 100)).toMatchObject({ kind: 'timed-out' });
    }
  });

  test('that a signal ends has the exit code of a shell', async () => {
    expect(await run('kill -KILL $$')).toMatchObject({ kind: 'ended', exitCode: 137 });
  });

  test('that closes its input at once is no failure', async () => {
    expect(await run('exec <&-; exit 0', 20_000, 'x'.repeat(1024 * 1024))).toMatchObject({
      kind: 'ended',
      exitCode: 0,
    });
  });

  test('that is not there has not started', async () => {
    const found = await runProgram({ program: '/no/such', args: [], cwd: '/', env: {}, timeoutMs: 20_000 });
    expect(found).toMatchObject({ kind: 'not-started', reason: expect.stringContaining('/no/such') });
  });
});
