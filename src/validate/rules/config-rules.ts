import { didYouMean, quote, type Rule, rules } from './rule.js';

/** Rules about the files that register things: settings, MCP servers, plugins; observed in the client 2.1.330. */
export const configRules = rules({
  'json-duplicate-key': {
    effect: 'ignored',
    message: ({ key }) => `The key ${quote(key)} stands more than once in this object; the client takes the last one.`,
    help: ({ key }) => `Keep one ${quote(key)}.`,
  } satisfies Rule<{ key: string }>,
  'settings-json': {
    effect: 'not loaded',
    message: ({ reason }) => `The client reads strict JSON and ignores this whole file: ${reason}.`,
    help: () => 'Mend it here; comments and trailing commas are not allowed.',
  } satisfies Rule<{ reason: string }>,
  'settings-hooks': {
    effect: 'ignored',
    message: ({ found }) => `"hooks" is ${found}, not an object of events, so the client ignores it.`,
    help: () => 'Write { "hooks": { "<event>": [{ "hooks": [{ "type": "command", "command": "…" }] }] } }.',
  } satisfies Rule<{ found: string }>,
  'settings-guard-malformed': {
    effect: 'not loaded',
    message: ({ event, isPlugin }) =>
      `The client cannot read what stands below ${quote(event)}, and then ${isPlugin ? 'loads nothing of the plugin' : 'applies nothing of the file: other hooks, permissions and "env" are lost, too'}.`,
    help: () => 'Mend the entry, which has a finding of its own, or remove the event.',
  } satisfies Rule<{ event: string; isPlugin: boolean }>,
  'settings-value': {
    effect: 'not loaded',
    message: ({ key, found }) => `"${key}" is ${found}, for which the client applies nothing of the whole file.`,
    help: ({ key, allowed }) => `Allowed for "${key}": ${allowed}.`,
  } satisfies Rule<{ key: string; found: string; allowed: string }>,
  'settings-permission': {
    effect: 'ignored',
    message: ({ list, rule, reason }) => `The rule ${rule} under "${list}" does nothing: ${reason}.`,
    help: () => 'Rules have the form Tool or Tool(pattern), and names of tools begin with a capital.',
  } satisfies Rule<{ list: string; rule: string; reason: string }>,
  'settings-hooks-disabled': {
    effect: 'degraded',
    message: () => '"disableAllHooks" switches every hook off, those of agents too.',
    help: () => 'Remove it, unless that is what you want.',
  } satisfies Rule<object>,
  'mcp-json': {
    effect: 'not loaded',
    message: ({ reason }) => `The client takes no MCP server from this file: ${reason}.`,
    help: () => 'Write strict JSON: { "mcpServers": { "<name>": { "command": "…", "args": [] } } }.',
  } satisfies Rule<{ reason: string }>,
  'mcp-key': {
    effect: 'ignored',
    message: ({ name, key }) =>
      `The client does not know ${quote(key)} of the MCP server ${quote(name)} and ignores it.`,
    help: ({ name, key }) =>
      key === 'disabled'
        ? `Name ${quote(name)} under "disabledMcpjsonServers" in the settings.`
        : `Remove ${quote(key)}.`,
  } satisfies Rule<{ name: string; key: string }>,
  'mcp-server': {
    effect: 'ignored',
    message: ({ name, reason }) => `The MCP server ${quote(name)} is not started: ${reason}.`,
    help: () => 'Give it a "command" with "args", or a "type" with a "url".',
  } satisfies Rule<{ name: string; reason: string }>,
  'plugin-json': {
    effect: 'not loaded',
    message: ({ reason }) => `The client does not take this file: ${reason}.`,
    help: () => 'Mend it here; it is strict JSON.',
  } satisfies Rule<{ reason: string }>,
  'plugin-part-misplaced': {
    effect: 'ignored',
    message: ({ part }) => `The folder ${quote(`.claude-plugin/${part}`)} is not looked at.`,
    help: ({ part }) => `Move it to the root of the plugin: ${part}.`,
  } satisfies Rule<{ part: string }>,
  'plugin-agent-frontmatter': {
    effect: 'degraded',
    message: ({ reason }) => `In a plugin this file becomes an agent that is named for the file: ${reason}.`,
    help: () => 'Give it "name" and "description", or move it out of the folder "agents".',
  } satisfies Rule<{ reason: string }>,
  'plugin-key': {
    effect: 'ignored',
    message: ({ key, found }) => `The client ignores ${quote(key)} in plugin.json: it is ${found}.`,
    help: ({ key, allowed }) => `Allowed for ${quote(key)}: ${allowed}.`,
  } satisfies Rule<{ key: string; found: string; allowed: string }>,
  'plugin-agents-replaced': {
    effect: 'risky',
    message: ({ count }) =>
      `"agents" takes the place of the folder "agents", of whose files ${count} ${count === 1 ? 'is' : 'are'} not loaded.`,
    help: () => 'Leave "agents" out, or list every file.',
  } satisfies Rule<{ count: number }>,
  'plugin-agent-field': {
    effect: 'ignored',
    message: ({ field }) => `The client ignores ${quote(field)} in the agents of a plugin.`,
    help: () => "Register it for the plugin: hooks/hooks.json, .mcp.json; modes are the user's.",
  } satisfies Rule<{ field: string }>,
  'suppression-unknown': {
    effect: 'style',
    message: ({ name, nearest }) =>
      name === ''
        ? 'This comment names no rule to turn off.'
        : `There is no rule ${quote(name)} to turn off${didYouMean(nearest)}`,
    help: () => 'Name rules as the report does, with commas between them; a reason stands behind "--".',
  } satisfies Rule<{ name: string; nearest?: string | undefined }>,
  'suppression-unused': {
    effect: 'style',
    message: ({ rule }) => `Nothing in this file breaks ${quote(rule)}, so turning it off does nothing.`,
    help: () => 'Remove it from the comment.',
  } satisfies Rule<{ rule: string }>,
});
