import { describe, test } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { AGENT, agent, BASE, definition, json, settings, skill, withField } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

const VALID = agent(...BASE);
const tester = definition(['name: tester', 'description: Tests.']);
const HOOK = { type: 'command', command: 'true' };
const SCRIPT = { script: '#!/bin/sh\n' };
const stop = (command: string) => ({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });

describe('one path of a project', () => {
  const files = {
    ...withField('skills: [lint]', 'tools: [Read, Agent(tester), mcp__db__ask]', 'mcpServers: [db]'),
    '.claude/agents/tester.md': tester,
    ...skill('lint'),
    ...json('.mcp.json', { mcpServers: { db: { command: 'db' } } }),
    ...settings({
      hooks: { SubagentStop: [{ matcher: 'tester', hooks: [HOOK] }], ...stop('.claude/hooks/a.sh').hooks },
    }),
    '.claude/hooks/a.sh': SCRIPT,
  };

  test.each([
    '.',
    '.claude',
    '.claude/agents',
    '.claude/skills',
    '.claude/skills/lint',
    AGENT,
    '.claude/settings.json',
    '.mcp.json',
  ])('%s', (below) => expectSilence(files, { paths: [below] }));

  test('several that overlap', () => expectSilence(files, { paths: ['.', '.claude', AGENT, '.claude/agents'] }));
});

describe('a file that is named itself, as commit hooks name what was changed, and that is nothing to validate', () => {
  const others = {
    '.claude/hooks/check.sh': SCRIPT,
    '.claude/commands/lint.md': 'Lint.\n',
    '.claude/skills/lint/references/rules.md': '# Rules\n',
    '.claude/CLAUDE.md': '# Project\n',
    'package.json': '{}\n',
    'src/main.py': 'print()\n',
  };

  test.each(Object.keys(others))('%s', (name) => {
    try {
      expectSilence({ ...VALID, ...skill('lint'), ...others }, { paths: [name] });
    } catch (error) {
      // To say that there is nothing to validate is as good.
      if (!(error instanceof UsageError)) throw error;
    }
  });
});
