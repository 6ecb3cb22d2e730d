import { didYouMean, list, quote, type Rule, rules } from './rule.js';

/** Rules about an agent's frontmatter; observed in the client 2.1.330. */
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
  'agent-tool-unknown': {
    effect: 'ignored',
    message: ({ tool, field, removed, nearest }) => {
      if (removed) return `The client no longer has the tool ${quote(tool)}; it is dropped without a message.`;
      const cost = field === 'tools' ? 'and drops it without a message' : 'so this forbids nothing';
      return `The client has no tool ${quote(tool)} ${cost}${didYouMean(nearest)}`;
    },
    help: ({ tool, removed, nearest }) => {
      const instead = removed ?? nearest;
      return instead ? `Replace ${quote(tool)} by ${quote(instead)}, or remove it.` : `Remove ${quote(tool)}.`;
    },
    fixable: ({ removed }) => removed !== undefined,
  } satisfies Rule<{
    tool: string;
    field: 'tools' | 'disallowedTools';
    removed?: string | undefined;
    nearest?: string | undefined;
  }>,
  'agent-tools-unusable': {
    effect: 'not loaded',
    message: () => 'The client knows none of the names under "tools", and then refuses to start the agent.',
    help: () => 'Name at least one tool that the client has, or leave "tools" out to give it all of them.',
  } satisfies Rule<object>,
  'agent-tools-empty': {
    effect: 'degraded',
    message: () => '"tools" is empty, so the agent has no tool at all.',
    help: () => 'Name its tools, or leave "tools" out to give it all of them.',
  } satisfies Rule<object>,
  'agent-skill-missing': {
    effect: 'ignored',
    message: ({ skill, looked }) => `The skill ${quote(skill)} is not preloaded: there is no ${looked}.`,
    help: ({ looked }) => `Add ${looked}, or remove the entry.`,
  } satisfies Rule<{ skill: string; looked: string }>,
  'agent-skill-of-plugin': {
    effect: 'risky',
    message: ({ skill, plugin }) =>
      `The skill ${quote(skill)} is preloaded only where the plugin ${quote(plugin)} is installed.`,
    help: () => 'Say in the description or the README that the plugin is needed, or bring the skill along.',
  } satisfies Rule<{ skill: string; plugin: string }>,
  'agent-skill-hidden': {
    effect: 'ignored',
    message: ({ skill, because }) => `The skill ${quote(skill)} is not preloaded: its SKILL.md has ${quote(because)}.`,
    help: () => 'Remove that line from the skill, or remove the entry here.',
  } satisfies Rule<{ skill: string; because: string }>,
  'agent-skill-user-only': {
    effect: 'risky',
    message: ({ skill, file }) => `The skill ${quote(skill)} is only in ${file}: others do not have it.`,
    help: () => 'Copy the skill into the skills folder beside this agent.',
  } satisfies Rule<{ skill: string; file: string }>,
  'agent-preload-size': {
    effect: 'style',
    message: ({ bytes, skills }) =>
      `The ${skills === 1 ? 'skill that is' : `${skills} skills that are`} preloaded have ${bytes} bytes: about ${Math.round(bytes / 4)} tokens before the first word of every run.`,
    help: ({ limit }) => `Stay under ${limit} bytes: move depth into files that a skill points to.`,
  } satisfies Rule<{ bytes: number; skills: number; limit: number }>,
  'agent-mcp-unlisted': {
    effect: 'ignored',
    message: ({ pattern, server }) =>
      `The body relies on ${quote(pattern)}, but "tools" allows no tool of the MCP server ${quote(server)}.`,
    help: ({ server }) => `Add "mcp__${server}__*" to "tools".`,
  } satisfies Rule<{ pattern: string; server: string }>,
  'agent-mcp-pattern': {
    effect: 'ignored',
    message: ({ pattern, reason }) => `${quote(pattern)} matches no tool of an MCP server: ${reason}.`,
    help: () => 'Write mcp__<server>__<tool>, or mcp__<server>__* for all of a server.',
  } satisfies Rule<{ pattern: string; reason: string }>,
  'agent-mcp-missing': {
    effect: 'ignored',
    message: ({ server }) => `The MCP server ${quote(server)} is configured nowhere, so the client skips it.`,
    help: ({ server }) => `Add ${quote(server)} to .mcp.json, write its configuration here, or remove the entry.`,
  } satisfies Rule<{ server: string }>,
  'agent-mcp-beyond-tools': {
    effect: 'degraded',
    message: ({ server }) =>
      `"tools" names no tool of the MCP server ${quote(server)}, and yet the agent gets all of them from "mcpServers".`,
    help: ({ server }) =>
      `Add "mcp__${server}__*" to "tools", so that it says what the agent has, or remove the server.`,
  } satisfies Rule<{ server: string }>,
  'agent-disallowed-rule': {
    effect: 'degraded',
    message: ({ rule, tool }) =>
      `${quote(rule)} takes the whole tool ${quote(tool)} away: a pattern limits nothing here.`,
    help: ({ tool }) =>
      `Write ${quote(tool)} if that is meant, or deny the pattern under "permissions" in the settings.`,
  } satisfies Rule<{ rule: string; tool: string }>,
  'agent-reference-missing': {
    effect: 'degraded',
    message: ({ rule, agent }) =>
      `${quote(rule)} lets the agent start ${quote(agent)}, and there is no such agent here.`,
    help: () => 'Add the agent, mend its name, or remove the entry.',
  } satisfies Rule<{ rule: string; agent: string }>,
  'agent-skills-many': {
    effect: 'ignored',
    message: ({ count, limit }) => `"skills" has ${count} names; the client preloads the first ${limit} alone.`,
    help: () => 'Preload what every run needs, and leave the others to the Skill tool.',
  } satisfies Rule<{ count: number; limit: number }>,
  'agent-body-tool': {
    effect: 'degraded',
    message: ({ tool }) => `The body tells the agent to use ${quote(tool)}, which its frontmatter does not give it.`,
    help: ({ tool }) => `Add ${quote(tool)} to "tools", or do not ask for it.`,
  } satisfies Rule<{ tool: string }>,
  'handoff-agent-missing': {
    effect: 'degraded',
    message: ({ agent }) => `Work is handed to ${quote(agent)}, but there is no agent of that name here.`,
    help: () => 'Add the agent, mend its name, or label the line "Hands off to, where installed:".',
  } satisfies Rule<{ agent: string }>,
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
