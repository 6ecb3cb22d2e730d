import { hookCommand } from '../answers/hook-command.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { isObject } from '../is-object.js';

/** What the plugin's files are made of. */
export interface PluginSource {
  package: { name: string; version: string; description: string; license: string; keywords: string[] };
  /** The whole agent file, whose hooks a plugin's agent may not bring along. */
  definition: string;
  /** Hooks that are registered for the whole session. */
  sessionHooks: readonly { event: string; name: string; timeout: number }[];
  servers: readonly { name: string; server: McpServer }[];
}

interface McpServer {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

/** Events of an agent's frontmatter by what the client (2.1.330) calls them for a session. */
const SESSION_EVENTS: Record<string, string> = { Stop: 'SubagentStop' };

/** Where the plugin's agent lies: beside `agents`, whose file the hooks read. */
const AGENT_FILE = 'plugin/backend-system-architect.md';

/**
 * The plugin's own files by their paths, composed from what a project install uses. The skills are the plugin's as they are; the
 * agent has no hooks in its frontmatter, where the client ignores a plugin's with a warning: they stand in hooks.json.
 */
export function composePlugin(source: PluginSource): Record<string, string> {
  const { name, version, description, license, keywords } = source.package;
  const author = { name: `${name} contributors` };
  const icon = './assets/icon.png';
  const agents = [`./${AGENT_FILE}`];
  const mcpServers = Object.fromEntries(source.servers.map((entry) => [entry.name, withDefaults(entry.server)]));
  const files = {
    '.claude-plugin/plugin.json': { name, version, description, author, license, keywords, icon, agents, mcpServers },
    '.claude-plugin/marketplace.json': {
      name: `${name}-marketplace`,
      owner: author,
      metadata: { description },
      // The repository has the sources of the hooks; the package on npm has them built.
      plugins: [{ name, source: { source: 'npm', package: name, version }, description, version, license, keywords }],
    },
    'hooks/hooks.json': { description: `The hooks of ${name}`, hooks: composeHooks(source) },
  };
  const texts = Object.entries(files).map(([file, value]) => [file, `${JSON.stringify(value, null, 2)}\n`]);
  return { ...Object.fromEntries(texts), [AGENT_FILE]: withOwnTools(withoutHooks(source.definition), name) };
}

/** Leaves out the key `hooks` and what is indented below it. */
function withoutHooks(definition: string): string {
  return definition.replace(/^hooks:\n(?:[ \t]+.*\n)+/m, '');
}

/** A plugin's server with a variable that is not set is reported as an error; one of a project is started without it. */
function withDefaults({ env, ...server }: McpServer): McpServer {
  if (!env) return server;
  const entries = Object.entries(env).map(([key, value]) => [key, value.replace(/(\$\{\w+)\}/g, '$1:-}')]);
  return { ...server, env: Object.fromEntries(entries) };
}

/**
 * Names each tool of a server a second time, as the client calls it in a plugin. Where the project has the same server, the
 * client starts only that one, and the first name holds.
 */
function withOwnTools(definition: string, plugin: string): string {
  return definition.replace(
    /^( *- )mcp__(.*)$/gm,
    (line, dash, tool) => `${line}\n${dash}mcp__plugin_${plugin}_${tool}`,
  );
}

type Group = { matcher?: string; hooks: object[] };

function composeHooks({ package: { name }, definition, sessionHooks }: PluginSource): Record<string, Group[]> {
  const hooks: Record<string, Group[]> = {};
  const add = (event: string, group: Group) => {
    hooks[event] = [...(hooks[event] ?? []), group];
  };
  for (const { event, matcher, commands } of frontmatterHooks(definition)) {
    const sessionEvent = SESSION_EVENTS[event] ?? event;
    // A colon makes the matcher a regular expression, which is not anchored of itself.
    const own = sessionEvent === event ? matcher : `^${name}:${name}$`;
    add(sessionEvent, { ...(own === undefined ? {} : { matcher: own }), hooks: commands.map(fromPlugin) });
  }
  for (const { event, name: script, timeout } of sessionHooks) {
    const { command } = hookCommand(script, { scope: 'project', hookStarter: 'sh' });
    add(event, { hooks: [fromPlugin({ type: 'command', command, timeout })] });
  }
  return hooks;
}

interface Command {
  command: string;
}

/** Groups of hooks in the frontmatter, in their order; what is no command of ours cannot be there. */
function frontmatterHooks(definition: string): { event: string; matcher: string | undefined; commands: Command[] }[] {
  const parsed = parseDefinition(definition);
  const hooks = parsed.kind === 'definition' ? parsed.definition.frontmatter.values.hooks : undefined;
  if (!isObject(hooks)) throw new Error('the definition has no hooks');
  return Object.entries(hooks).flatMap(([event, groups]) =>
    (groups as { matcher?: string; hooks: Command[] }[]).map((group) => ({
      event,
      matcher: group.matcher,
      commands: group.hooks,
    })),
  );
}

function fromPlugin<Hook extends Command>(hook: Hook): Hook {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the client puts the variable in.
  return { ...hook, command: hook.command.replace('"$CLAUDE_PROJECT_DIR"/.claude/', () => '"${CLAUDE_PLUGIN_ROOT}"/') };
}
