import { FRONTMATTER_EVENTS } from '../../client/hooks.js';
import { didYouMean, list, quote, type Rule, rules } from './rule.js';

/** Rules about hook entries and the scripts they start; observed in the client 2.1.330. */
export const hookRules = rules({
  'hook-event': {
    effect: 'ignored',
    message: ({ event, nearest, scope, elsewhere }) => {
      if (scope === 'session') return `The client knows no hook event ${quote(event)}${didYouMean(nearest)}`;
      const known = elsewhere ? 'never runs it from an agent file, without a message' : 'ignores it';
      return `${quote(event)} is not a hook event of an agent file: the client ${known}${didYouMean(nearest)}`;
    },
    help: ({ scope }) =>
      scope === 'session'
        ? 'Use an event of the client; their names are case-sensitive.'
        : `In an agent file these run: ${list(FRONTMATTER_EVENTS)}. Others belong into .claude/settings.json.`,
  } satisfies Rule<{ event: string; nearest?: string | undefined; scope: 'agent' | 'session'; elsewhere: boolean }>,
  'hook-event-session': {
    effect: 'degraded',
    message: ({ event }) =>
      `${event} runs from an agent file only where the agent is the session itself (--agent), never for a subagent.`,
    help: () => 'Register it in .claude/settings.json, unless the agent is made to be a session.',
  } satisfies Rule<{ event: string }>,
  'hook-form': {
    effect: 'ignored',
    message: ({ event }) => `This ${event} entry has no inner "hooks" list, without which the client does not read it.`,
    help: () => 'Nest it: "- hooks:" and below it "- type: command" with the "command".',
    fixable: ({ flat }) => flat,
  } satisfies Rule<{ event: string; flat: boolean }>,
  'hook-type': {
    effect: 'ignored',
    message: ({ found }) => `A hook needs a "type", without which the client does not read it; found ${found}.`,
    help: ({ allowed }) => `Allowed: ${list(allowed)}. For a script: "type: command".`,
  } satisfies Rule<{ found: string; allowed: readonly string[] }>,
  'hook-field': {
    effect: 'ignored',
    message: ({ type, field, found }) =>
      found === 'none'
        ? `A hook of the type ${quote(type)} needs ${quote(field)}, without which the client does not read it.`
        : `The client does not read a hook whose ${quote(field)} is ${found}.`,
    help: ({ field, allowed }) => `Allowed for ${quote(field)}: ${allowed}.`,
  } satisfies Rule<{ type: string; field: string; found: string; allowed: string }>,
  'hook-matcher': {
    effect: 'ignored',
    message: ({ event, matcher, reason, nearest }) =>
      `The matcher ${matcher} of this ${event} hook never matches: ${reason}${didYouMean(nearest)}`,
    help: () => 'Name tools as the client does (Write|Edit), write a regular expression, or leave the matcher out.',
  } satisfies Rule<{
    event: string;
    matcher: string;
    reason: string;
    nearest?: string | undefined;
  }>,
  'hook-if': {
    effect: 'ignored',
    message: ({ event, condition, reason, nearest }) =>
      `With "if": ${condition} this ${event} hook never starts: ${reason}${didYouMean(nearest)}`,
    help: () => 'Write a permission rule, such as Write(src/**), on an event that has a tool, or leave "if" out.',
  } satisfies Rule<{ event: string; condition: string; reason: string; nearest?: string | undefined }>,
  'hook-timeout': {
    effect: 'risky',
    message: ({ timeout }) => `"timeout" is in seconds: ${timeout} of them are ${Math.round(timeout / 3600)} hours.`,
    help: ({ timeout }) => `For milliseconds write ${timeout / 1000}.`,
  } satisfies Rule<{ timeout: number }>,
  'hook-args': {
    effect: 'ignored',
    message: ({ reason }) => `With "args" no shell reads the command, so it cannot start: ${reason}.`,
    help: () =>
      'Name the program alone in "command", each argument in "args", and write CLAUDE_PROJECT_DIR in braces behind the $.',
  } satisfies Rule<{ reason: string }>,
  'hook-path-literal': {
    effect: 'ignored',
    message: ({ reason }) => `The shell does not see the path that is meant, so the hook is lost: ${reason}.`,
    help: () => 'Write "$CLAUDE_PROJECT_DIR"/.claude/hooks/… with double quotes and forward slashes.',
  } satisfies Rule<{ reason: string }>,
  'hook-path-unquoted': {
    effect: 'risky',
    message: ({ variable }) =>
      `${variable} is not quoted for the shell: in a project whose path has a space the hook is lost (exit 127).`,
    help: ({ variable }) => `Write "${variable}" in double quotes that the shell sees: '"${variable}"/.claude/…'.`,
    fixable: () => true,
  } satisfies Rule<{ variable: string }>,
  'hook-script-missing': {
    effect: 'ignored',
    message: ({ script }) => `The hook script ${quote(script)} does not exist: it exits with 127 and nobody is told.`,
    help: ({ script }) => `Add ${script}, or remove the hook.`,
  } satisfies Rule<{ script: string }>,
  'hook-script-outside': {
    effect: 'risky',
    message: ({ script }) => `The hook script ${quote(script)} lies outside of the repository: others do not have it.`,
    help: () => 'Put it below .claude/hooks and start it with "$CLAUDE_PROJECT_DIR"/.claude/hooks/….',
  } satisfies Rule<{ script: string }>,
  'hook-script-not-executable': {
    effect: 'ignored',
    message: ({ script }) => `The hook script ${quote(script)} is not executable, so the hook is lost.`,
    help: ({ file }) => `Run: chmod +x ${quote(file)}`,
    fixable: () => true,
  } satisfies Rule<{ script: string; file: string }>,
  'hook-script-crlf': {
    effect: 'ignored',
    message: ({ script }) =>
      `The hook script ${quote(script)} has Windows line ends: the shell looks for an interpreter with a carriage return in its name, and the hook is lost.`,
    help: () => 'Save it with LF line ends, and keep them with "*.sh text eol=lf" in .gitattributes.',
    fixable: () => true,
  } satisfies Rule<{ script: string }>,
  'hook-script-line-ends': {
    effect: 'degraded',
    message: ({ script }) =>
      `The hook script ${quote(script)} has Windows line ends: for the shell the last word of each command ends in a carriage return.`,
    help: () => 'Save it with LF line ends, and keep them with "*.sh text eol=lf" in .gitattributes.',
    fixable: () => true,
  } satisfies Rule<{ script: string }>,
  'hook-script-language': {
    effect: 'degraded',
    message: ({ script, extension }) =>
      `The hook script ${quote(script)} (${extension}) has no first line "#!", so a shell reads it; a syntax error there ends with 2, which refuses what the hook watches.`,
    help: () => 'Start it with a line such as "#!/usr/bin/env node", or name the interpreter in the command.',
  } satisfies Rule<{ script: string; extension: string }>,
  'hook-script-empty': {
    effect: 'degraded',
    message: ({ script }) => `The hook script ${quote(script)} is empty: it runs and does nothing.`,
    help: () => 'Write what it should do, or remove the hook.',
  } satisfies Rule<{ script: string }>,
  'hook-script-shebang': {
    effect: 'risky',
    message: ({ script }) =>
      `The hook script ${quote(script)} does not start with "#!": which shell reads it depends on the machine.`,
    help: () => 'Start it with a line such as "#!/bin/sh" or "#!/usr/bin/env bash".',
  } satisfies Rule<{ script: string }>,
});
