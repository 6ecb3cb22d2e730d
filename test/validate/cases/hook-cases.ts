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
  'hook-event': { breaks: withHooks('SubagentStart: []'), keeps: withHooks('SubagentStop: []') },
  'hook-event-session': { breaks: withHooks('SessionStart: []'), keeps: withHooks('Stop: []') },
  'hook-form': { breaks: withHooks('Stop:', '  - matcher: x'), keeps: withHooks('Stop:', '  - hooks: []') },
  'hook-type': {
    breaks: withEntry('Stop', 'prompt: Look again.'),
    keeps: withEntry('Stop', 'type: prompt', 'prompt: Look again.'),
  },
  'hook-field': { breaks: withEntry('Stop', 'type: command'), keeps: withCommand('true') },
  'hook-matcher': { breaks: withMatcher('write'), keeps: withMatcher('Write') },
  'hook-if': { breaks: withCondition('write(src/**)'), keeps: withCondition('Write(src/**)') },
  'hook-timeout': {
    breaks: withEntry('Stop', 'type: command', 'command: "true"', 'timeout: 60000'),
    keeps: withEntry('Stop', 'type: command', 'command: "true"', 'timeout: 60'),
  },
  'hook-args': { breaks: withArguments('"node"'), keeps: withArguments('node') },
  'hook-path-literal': {
    breaks: {
      ...withEntry('Stop', 'type: command', `command: "'$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh'"`),
      ...WORKING,
    },
    keeps: { ...withCommand(COMMAND), ...WORKING },
  },
  'hook-path-unquoted': {
    breaks: { ...withCommand('$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh'), ...WORKING },
    keeps: { ...withCommand(COMMAND), ...WORKING },
  },
  'hook-script-missing': { breaks: withCommand(COMMAND), keeps: { ...withCommand(COMMAND), ...WORKING } },
  'hook-script-outside': {
    breaks: withCommand('/home/me/check.sh'),
    keeps: withCommand('/usr/local/bin/check'),
  },
  'hook-script-not-executable': {
    breaks: { ...withCommand(COMMAND), ...sh('#!/bin/sh\ntrue\n') },
    keeps: { ...withCommand(`sh ${COMMAND}`), ...sh('#!/bin/sh\ntrue\n') },
  },
  'hook-script-crlf': {
    breaks: { ...withCommand(COMMAND), ...executable('#!/bin/sh\r\ntrue\r\n') },
    keeps: { ...withCommand(COMMAND), ...executable('#!/bin/sh\ntrue\n') },
  },
  'hook-script-line-ends': {
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
