import { expect, test } from 'vitest';
import { judgeHookRun } from '../../src/doctor/judge-hook-run.js';

const judge = (durationMs: number, stdout = '') =>
  judgeHookRun({
    hook: {
      event: 'Stop',
      command: 'x.sh',
      args: undefined,
      name: 'x',
      timeout: 10,
      script: 'x.sh',
      usesPowerShell: false,
      source: 'settings.json',
    },
    script: { path: '.claude/hooks/agent/x.sh', state: 'executable' },
    timeoutMs: 10_000,
    run: { kind: 'ended', exitCode: 0, stdout, stderr: '', durationMs },
  });

test('a hook that takes more than half of its time is a warning', () => {
  expect(judge(5_000)).toMatchObject({ status: 'ok', durationMs: 5_000 });
  expect(judge(5_001)).toMatchObject({ status: 'warning', remedy: expect.stringContaining('timeout') });
});

test.each([
  ['nothing', ''],
  ['a decision', '{ "decision": "block", "reason": "x" }\n'],
])('a hook may print %s', (_, stdout) => {
  expect(judge(1, stdout).status).toBe('ok');
});

test('a hook that prints JSON that is no object is a problem', () => {
  expect(judge(1, '[]').status).toBe('problem');
});
