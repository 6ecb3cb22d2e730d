import { list, quote, type Rule, rules } from './rule.js';

/** Rules about hook entries and the scripts they start; observed in the client 2.1.330. */
export const hookRules = rules({
  'hook-event': {
    effect: 'ignored',
    message: ({ event, nearest }) =>
      `${quote(event)} is not a hook event that runs in an agent file${nearest ? `; did you mean ${quote(nearest)}?` : '.'}`,
    help: ({ allowed }) => `In an agent file these run: ${list(allowed)}. Others belong into .claude/settings.json.`,
  } satisfies Rule<{ event: string; nearest?: string | undefined; allowed: readonly string[] }>,
  'hook-form': {
    effect: 'ignored',
    message: ({ event }) => `This ${event} entry has no inner "hooks" list, so the client ignores it.`,
    help: () => 'Nest it: "- hooks:" and below it "- type: command" with the "command".',
  } satisfies Rule<{ event: string }>,
  'hook-type': {
    effect: 'ignored',
    message: ({ found }) => `A hook needs a "type"; found ${found}, so the client ignores the entry.`,
    help: ({ allowed }) => `Allowed: ${list(allowed)}. For a script: "type: command".`,
  } satisfies Rule<{ found: string; allowed: readonly string[] }>,
  'hook-command': {
    effect: 'ignored',
    message: ({ found }) => `A command hook needs a "command" that is a text; found ${found}.`,
    help: () => 'Add the command that the hook runs.',
  } satisfies Rule<{ found: string }>,
  'hook-path-unquoted': {
    effect: 'risky',
    message: ({ variable }) =>
      `${variable} is not quoted for the shell: in a project whose path has a space the hook is lost (exit 127).`,
    help: ({ variable }) => `Write "${variable}" in double quotes that the shell sees: '"${variable}"/.claude/…'.`,
  } satisfies Rule<{ variable: string }>,
  'hook-script-missing': {
    effect: 'ignored',
    message: ({ script }) => `The hook script ${quote(script)} does not exist: it exits with 127 and nobody is told.`,
    help: ({ script }) => `Add ${script}, or remove the hook.`,
  } satisfies Rule<{ script: string }>,
  'hook-script-not-executable': {
    effect: 'ignored',
    message: ({ script }) => `The hook script ${quote(script)} is not executable, so the hook is lost.`,
    help: ({ script }) => `Run: chmod +x "${script}"`,
  } satisfies Rule<{ script: string }>,
});
