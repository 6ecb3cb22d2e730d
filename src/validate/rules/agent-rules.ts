import { list, quote, type Rule, rules } from './rule.js';

/** Rules about an agent's frontmatter; observed in the client 2.1.330. */
export const agentRules = rules({
  'agent-name': {
    effect: 'not loaded',
    message: ({ found }) => `An agent needs a "name" that is a text; found ${found}. The client says nothing.`,
    help: () => 'Add a line such as "name: backend-system-architect" to the frontmatter.',
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
    message: ({ name, other }) => `${other} has the name ${quote(name)} too; the client loads only one of them.`,
    help: () => 'Give each agent a name of its own.',
  } satisfies Rule<{ name: string; other: string }>,
  'agent-field-unknown': {
    effect: 'ignored',
    message: ({ field, nearest }) =>
      `The client does not know the field ${quote(field)}${nearest ? `; did you mean ${quote(nearest)}?` : '.'}`,
    help: ({ known }) => `Remove it, or use one of: ${list(known)}.`,
  } satisfies Rule<{ field: string; nearest?: string | undefined; known: readonly string[] }>,
  'agent-field-value': {
    effect: 'ignored',
    message: ({ field, value }) => `The client ignores ${quote(field)} with the value ${value}.`,
    help: ({ field, allowed }) => `Allowed for ${quote(field)}: ${allowed}.`,
  } satisfies Rule<{ field: string; value: string; allowed: string }>,
  'agent-tool-unknown': {
    effect: 'ignored',
    message: ({ tool, removed, nearest }) => {
      if (removed) return `The client no longer has the tool ${quote(tool)}; it is dropped without a message.`;
      const hint = nearest ? `; did you mean ${quote(nearest)}?` : '.';
      return `The client has no tool ${quote(tool)} and drops it without a message${hint}`;
    },
    help: ({ tool, removed, nearest }) => {
      const instead = removed ?? nearest;
      return instead ? `Replace ${quote(tool)} by ${quote(instead)}, or remove it.` : `Remove ${quote(tool)}.`;
    },
  } satisfies Rule<{ tool: string; removed?: string | undefined; nearest?: string | undefined }>,
  'agent-tools-empty': {
    effect: 'degraded',
    message: () => 'The list "tools" is empty, so the agent has no tool at all.',
    help: () => 'Name its tools, or leave "tools" out to give it all of them.',
  } satisfies Rule<object>,
  'agent-skill-missing': {
    effect: 'ignored',
    message: ({ skill, looked }) => `The skill ${quote(skill)} is not preloaded: there is no ${looked}.`,
    help: ({ looked }) => `Add ${looked}, or remove the entry.`,
  } satisfies Rule<{ skill: string; looked: string }>,
  'agent-mcp-unlisted': {
    effect: 'ignored',
    message: ({ pattern, server }) =>
      `The body relies on ${quote(pattern)}, but "tools" allows no tool of the MCP server ${quote(server)}.`,
    help: ({ server }) => `Add "mcp__${server}__*" to "tools".`,
  } satisfies Rule<{ pattern: string; server: string }>,
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
});
