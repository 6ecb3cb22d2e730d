import { expect, test } from 'vitest';
import { runValidate } from './run-validate.js';

const FILE = '.claude/agents/reviewer.md';
const withEvent = (event: string) => ({
  [FILE]: `---\nname: reviewer\ndescription: Reads.\nhooks:\n  ${event}:\n    - hooks:\n        - type: command\n          command: 'true'\n---\n`,
});

test.each(['PreToolUse', 'PostToolUseFailure', 'PostToolBatch', 'PermissionRequest', 'SubagentStop', 'Notification'])(
  'the client takes %s in an agent file, so it is no finding',
  async (event) => {
    expect((await runValidate(withEvent(event))).report.diagnostics).toEqual([]);
  },
);

test.each([
  ['SubagentStart', 'the client never runs it from an agent file, without a message.'],
  ['PreToolUze', 'the client ignores it; did you mean "PreToolUse"?'],
])('the client never runs %s from an agent file, so it is an error', async (event, words) => {
  const { exitCode, report } = await runValidate(withEvent(event));
  expect(report.diagnostics).toMatchObject([
    { ruleId: 'hook-event', severity: 'error', location: { line: 5, column: 3 } },
  ]);
  expect(report.diagnostics[0]?.message).toContain(words);
  expect(exitCode).toBe(1);
});

test.each(['SessionStart', 'UserPromptSubmit'])(
  'the client runs %s from an agent file where the agent is the session, so it is a warning',
  async (event) => {
    const { exitCode, report } = await runValidate(withEvent(event));
    expect(report.diagnostics).toMatchObject([
      { ruleId: 'hook-event-session', severity: 'warning', location: { line: 5, column: 3 } },
    ]);
    expect(report.diagnostics[0]?.message).toContain(`${event} runs from an agent file only where`);
    expect(exitCode).toBe(0);
  },
);
