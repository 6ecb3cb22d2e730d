import { test } from 'vitest';
import { BASE, definition, settings } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

const HOOK = { type: 'command', command: 'true' };
const AGENTS = {
  '.claude/agents/reviewer.md': definition(BASE),
  '.claude/agents/tester.md': definition(['name: The Tester', 'description: Tests.']),
};

/** Matchers that match something, by the event that they belong to. */
const MATCHERS: [event: string, ...matchers: string[]][] = [
  ['PreToolUse', '', '*', '.*', 'Write', 'Write|Edit', 'Write | Edit', 'Write|', 'Bash,Write', 'Bash, Write', 'Task'],
  ['PreToolUse', '^Write$', '^(Write|Edit)$', 'Notebook.*', '(?:Web)?(Fetch|Search)$', '^(?!Read$).*', '[A-Z].*'],
  ['PreToolUse', 'Edit|MultiEdit|Write', 'TodoWrite', 'KillShell', 'Write|mcp__db__.*', 'mcp__.*__(read|write)'],
  ['PreToolUse', 'mcp__.*', 'mcp__db__.*', 'mcp__db__ask', '^mcp__', 'mcp__(db|cache)__.*', 'mcp__plugin_a_db__ask'],
  ['PostToolUse', 'Write|Edit', '*', 'mcp__db__.*'],
  ['PostToolUseFailure', 'Bash'],
  ['PermissionRequest', 'Bash|Write', 'ExitPlanMode'],
  ['SessionStart', 'startup', 'startup|resume', '*', '', 'compact', 'start.*'],
  ['SessionEnd', 'logout', 'prompt_input_exit', 'other'],
  ['PreCompact', 'manual', 'auto'],
  ['Notification', 'permission_prompt', 'idle_prompt', 'permission_prompt|idle_prompt'],
  ['UserPromptSubmit', '', '*'],
  ['Stop', '', '*', '.*'],
  ['ConfigChange', 'user_settings'],
  [
    'SubagentStart',
    'reviewer',
    'Explore',
    'general-purpose',
    'The Tester',
    'reviewer|tester',
    '*',
    '.*',
    'tools:other',
  ],
  ['SubagentStop', 'reviewer', '^review', 'reviewer, Plan', 'review.*|test.*'],
];

test.each(MATCHERS.flatMap(([event, ...matchers]) => matchers.map((matcher): [string, string] => [event, matcher])))(
  'settings may have a hook of %s with the matcher %j',
  (event, matcher) => {
    expectSilence({ ...settings({ hooks: { [event]: [{ matcher, hooks: [HOOK] }] } }), ...AGENTS });
  },
);
