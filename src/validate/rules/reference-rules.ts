import { didYouMean, quote, type Rule, rules } from './rule.js';

/** Rules about what an agent names: tools, MCP servers, skills, other agents; observed in the client 2.1.330. */
export const referenceRules = rules({
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
});
