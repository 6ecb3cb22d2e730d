import { referenceRules } from './reference-rules.js';
import { didYouMean, list, quote, type Rule, rules } from './rule.js';

/** Rules about an agent's frontmatter, and about what it names; observed in the client 2.1.330. */
export const agentRules = rules({
  'agent-name': {
    effect: 'not loaded',
    message: ({ found }) => `An agent needs a "name" that is a usable text; found ${found}.`,
    help: () => 'Write "name: backend-system-architect" or the like: 1 to 256 characters, no colon, no dash in front.',
  } satisfies Rule<{ found: string }>,
  'agent-description': {
    effect: 'not loaded',
    message: ({ found }) => `An agent needs a "description" that is a text; found ${found}.`,
    help: () => 'Say in one or two sentences when the main session should start this agent.',
  } satisfies Rule<{ found: string }>,
  'agent-name-built-in': {
    effect: 'degraded',
    message: ({ name }) => `The name ${quote(name)} is that of a built-in agent, which this file replaces silently.`,
    help: () => 'Choose another name, unless replacing it is what you want.',
  } satisfies Rule<{ name: string }>,
  'agent-name-duplicate': {
    effect: 'not loaded',
    message: ({ name, other }) => `${other} has the name ${quote(name)} too, and the client loads that file alone.`,
    help: () => 'Give each agent a name of its own.',
  } satisfies Rule<{ name: string; other: string }>,
  'agent-file-name': {
    effect: 'not loaded',
    message: ({ name }) => `The client reads files that end in ".md", and does not see ${quote(name)}.`,
    help: ({ better }) => `Rename it to ${quote(better)}.`,
  } satisfies Rule<{ name: string; better: string }>,
  'agent-hooks-malformed': {
    effect: 'not loaded',
    message: ({ found }) => `"hooks" is ${found}, not a mapping of events, so the client refuses the whole agent.`,
    help: () => 'Write "hooks:", below it an event such as "Stop:", and below that "- hooks:" with its entries.',
  } satisfies Rule<{ found: string }>,
  'agent-guard-malformed': {
    effect: 'not loaded',
    message: ({ event }) =>
      `The client cannot read what stands below ${quote(event)}, and it refuses an agent whose guard may be missing.`,
    help: () => 'Mend the entry, which has a finding of its own, or remove the event.',
  } satisfies Rule<{ event: string }>,
  'client-syntax': {
    effect: 'not loaded',
    message: ({ what, since, version }) => `${what} is read from Claude Code ${since} on; ${version} does not load it.`,
    help: () => 'Write it in a way that the older client reads, or ask for a newer one.',
  } satisfies Rule<{ what: string; since: string; version: string }>,
  'client-feature': {
    effect: 'ignored',
    message: ({ what, since, version }) => `${what} works from Claude Code ${since} on; ${version} ignores it.`,
    help: () => 'Do without it, or ask for a newer client.',
  } satisfies Rule<{ what: string; since: string; version: string }>,
  'agent-name-shadows-user': {
    effect: 'risky',
    message: ({ name, other }) =>
      `${other} has the name ${quote(name)} too: here the client loads this file, elsewhere that one.`,
    help: () => 'Rename one of them, unless hiding your own is what you want.',
  } satisfies Rule<{ name: string; other: string }>,
  'agent-field-unknown': {
    effect: 'ignored',
    message: ({ field, nearest }) => `The client does not know the field ${quote(field)}${didYouMean(nearest)}`,
    help: ({ known }) => `Remove it, or use one of: ${list(known)}.`,
  } satisfies Rule<{ field: string; nearest?: string | undefined; known: readonly string[] }>,
  'agent-field-value': {
    effect: 'ignored',
    message: ({ field, value }) => `The client ignores ${quote(field)} with the value ${value}.`,
    help: ({ field, allowed }) => `Allowed for ${quote(field)}: ${allowed}.`,
  } satisfies Rule<{ field: string; value: string; allowed: string }>,
  'agent-max-turns': {
    effect: 'degraded',
    message: ({ maxTurns, budget }) =>
      `"maxTurns" is ${maxTurns}: a run that uses its largest budget (${budget} tool calls) ends before it can report.`,
    help: ({ needed }) =>
      `Set it to at least ${needed}: a turn for each call, for the report, and for two that are sent back.`,
  } satisfies Rule<{ maxTurns: number; budget: number; needed: number }>,
  'agent-keywords': {
    effect: 'degraded',
    message: ({ missing }) =>
      `The description lacks ${missing.length} of the Auto Mode keywords: ${list(missing)}. ` +
      'The main session sees only the description, so these activate nothing.',
    help: () => 'Work them into the description, which says when to use the agent.',
  } satisfies Rule<{ missing: readonly string[] }>,
  ...referenceRules,
});
