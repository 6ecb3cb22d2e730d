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
  ['SubagentStart', 'is not a hook event that runs in an agent file.'],
  ['UserPromptSubmit', 'is not a hook event that runs in an agent file.'],
  ['PreToolUze', 'did you mean "PreToolUse"?'],
])('the client never runs %s from an agent file, so it is an error', async (event, words) => {
  const { report } = await runValidate(withEvent(event));
  expect(report.diagnostics).toMatchObject([
    { ruleId: 'hook-event', severity: 'error', location: { line: 5, column: 3 } },
  ]);
  expect(report.diagnostics[0]?.message).toContain(words);
});
