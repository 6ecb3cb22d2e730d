import type { hookRules } from '../../../src/validate/rules/hook-rules.js';
import type { MemoryFile, MemoryFiles } from '../memory-access.js';
import { withCommand, withEntry, withHooks } from './package-files.js';
import type { RuleCase } from './rule-case.js';

const SCRIPT = '"$CLAUDE_PROJECT_DIR"/.claude/hooks/check';
const COMMAND = `${SCRIPT}.sh`;

const sh = (content: MemoryFile): MemoryFiles => ({ '.claude/hooks/check.sh': content });
const executable = (script: string): MemoryFiles => sh({ script });
const WORKING = executable('#!/bin/sh\ntrue\n');

const withMatcher = (matcher: string) =>
  withHooks('PostToolUse:', `  - matcher: ${matcher}`, '    hooks:', '    - type: command', '      command: "true"');
const withCondition = (condition: string) =>
  withEntry('PostToolUse', 'type: command', 'command: "true"', `if: ${condition}`);
const withArguments = (command: string) =>
  withEntry('Stop', 'type: command', `command: '${command}'`, 'args: [--version]');

export const hookCases: Record<keyof typeof hookRules, RuleCase> = {
  'hook-event': { at: 'SubagentStart', breaks: withHooks('SubagentStart: []'), keeps: withHooks('SubagentStop: []') },
  'hook-event-session': { at: 'SessionStart', breaks: withHooks('SessionStart: []'), keeps: withHooks('Stop: []') },
  'hook-form': {
    at: 'matcher: x',
    breaks: withHooks('Stop:', '  - matcher: x'),
    keeps: withHooks('Stop:', '  - hooks: []'),
  },
  'hook-type': {
    at: 'prompt',
    breaks: withEntry('Stop', 'prompt: Look again.'),
    keeps: withEntry('Stop', 'type: prompt', 'prompt: Look again.'),
  },
  'hook-field': { at: 'type: command', breaks: withEntry('Stop', 'type: command'), keeps: withCommand('true') },
  'hook-matcher': { at: 'write', breaks: withMatcher('write'), keeps: withMatcher('Write') },
  'hook-if': { at: 'write(src/**)', breaks: withCondition('write(src/**)'), keeps: withCondition('Write(src/**)') },
  'hook-timeout': {
    at: '60000',
    breaks: withEntry('Stop', 'type: command', 'command: "true"', 'timeout: 60000'),
    keeps: withEntry('Stop', 'type: command', 'command: "true"', 'timeout: 60'),
  },
  'hook-args': { at: '\'"node"', breaks: withArguments('"node"'), keeps: withArguments('node') },
  'hook-path-literal': {
    at: '"\'$CLAUDE_PROJECT_DIR',
    breaks: {
      ...withEntry('Stop', 'type: command', `command: "'$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh'"`),
      ...WORKING,
    },
    keeps: { ...withCommand(COMMAND), ...WORKING },
  },
  'hook-path-unquoted': {
    at: "'$CLAUDE_PROJECT_DIR",
    breaks: { ...withCommand('$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh'), ...WORKING },
    keeps: { ...withCommand(COMMAND), ...WORKING },
  },
  'hook-script-missing': {
    at: '\'"$CLAUDE_PROJECT_DIR',
    breaks: withCommand(COMMAND),
    keeps: { ...withCommand(COMMAND), ...WORKING },
  },
  'hook-script-outside': {
    at: "'/home/me/check.sh",
    breaks: withCommand('/home/me/check.sh'),
    keeps: withCommand('/usr/local/bin/check'),
  },
  'hook-script-not-executable': {
    at: '\'"$CLAUDE_PROJECT_DIR',
    breaks: { ...withCommand(COMMAND), ...sh('#!/bin/sh\ntrue\n') },
    keeps: { ...withCommand(`sh ${COMMAND}`), ...sh('#!/bin/sh\ntrue\n') },
  },
  'hook-script-crlf': {
    at: '',
    breaks: { ...withCommand(COMMAND), ...executable('#!/bin/sh\r\ntrue\r\n') },
    keeps: { ...withCommand(COMMAND), ...executable('#!/bin/sh\ntrue\n') },
  },
  'hook-script-line-ends': {
    at: '',
    breaks: { ...withCommand(`sh ${COMMAND}`), ...sh('#!/bin/sh\r\ntrue\r\n') },
    keeps: { ...withCommand(`sh ${COMMAND}`), ...sh('#!/bin/sh\ntrue\n') },
  },
  'hook-script-language': {
    breaks: { ...withCommand(`${SCRIPT}.py`), '.claude/hooks/check.py': { script: 'import sys\n' } },
    keeps: { ...withCommand(`python3 ${SCRIPT}.py`), '.claude/hooks/check.py': { script: 'import sys\n' } },
  },
  'hook-script-empty': {
    breaks: { ...withCommand(COMMAND), ...executable('\n') },
    keeps: { ...withCommand(COMMAND), ...executable('#!/bin/sh\n') },
  },
  'hook-script-shebang': {
    breaks: { ...withCommand(COMMAND), ...executable('true\n') },
    keeps: { ...withCommand(`sh ${COMMAND}`), ...executable('true\n') },
  },
};
