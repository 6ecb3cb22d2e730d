import { REMOVED_TOOLS, TOOL_ALIASES } from '../../../client/tools.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import { nearest } from '../../nearest.js';
import type { CheckContext } from '../context.js';
import { checkMcpPatterns } from './mcp-patterns.js';
import type { ToolLists } from './tool-entries.js';

/** Tools that the client drops, and MCP servers that the body relies on while `tools` shuts them out. */
export function checkTools(definition: AgentDefinition, context: CheckContext, lists: ToolLists): Finding[] {
  const { frontmatter, mcpTools } = definition;
  const { tools } = frontmatter.values;
  const denied = [...checkNames(definition, 'disallowedTools', context, lists), ...checkDenials(definition, lists)];
  if (!lists.isLimited) return denied;
  if (tools === null || tools === '' || (Array.isArray(tools) && tools.length === 0)) {
    return [...denied, finding('agent-tools-empty', frontmatter.locateKey(['tools']), {})];
  }
  if (lists.tools.some(({ reference }) => reference.name === '*')) return denied;
  const unknown = checkNames(definition, 'tools', context, lists);
  const patterns = checkMcpPatterns(definition, context, lists);
  const isUnusable = lists.tools.length > 0 && unknown.length + patterns.length === lists.tools.length;
  return [
    ...denied,
    ...(isUnusable ? [finding('agent-tools-unusable', frontmatter.locateKey(['tools']), {})] : []),
    ...unknown,
    ...patterns,
    ...checkStarts(definition, lists),
    ...(mcpTools.length > 0 ? findShutOut(definition, lists) : []),
  ];
}

/** MCP tools of the body whose servers `tools` does not name. */
function findShutOut(definition: AgentDefinition, { tools }: ToolLists): Finding[] {
  const servers = new Set([...tools.map(({ reference }) => reference.server), ...ownServers(definition)]);
  return definition.mcpTools
    .filter(({ server }) => !servers.has(server))
    .map(({ pattern, server, location }) => finding('agent-mcp-unlisted', location, { pattern, server }));
}

/** So many unknown names are a mistake of another kind, and each comparison takes its time. */
const MAX_HINTS = 50;

/** Names that the client does not know; what it no longer has does no harm where it is forbidden. */
function checkNames(
  { frontmatter }: AgentDefinition,
  field: 'tools' | 'disallowedTools',
  { client }: CheckContext,
  lists: ToolLists,
): Finding[] {
  return lists[field]
    .filter(({ reference: { name, server } }) => !server && !client.tools.has(name) && name !== 'mcp__*')
    .filter(({ reference: { name } }) => field === 'tools' || !(REMOVED_TOOLS.has(name) || TOOL_ALIASES.has(name)))
    .map(({ reference: { name: tool }, path, index }, order) =>
      finding('agent-tool-unknown', frontmatter.locateWord(path, tool, index), {
        tool,
        field,
        removed: REMOVED_TOOLS.get(tool),
        nearest: order < MAX_HINTS ? nearest(tool, client.tools) : undefined,
      }),
    );
}

/** Servers that the agent brings itself; their tools are offered whatever `tools` says. */
function ownServers({ frontmatter }: AgentDefinition): string[] {
  const { mcpServers } = frontmatter.values;
  if (!Array.isArray(mcpServers)) return [];
  return mcpServers.flatMap((entry: unknown) => (isObject(entry) ? Object.keys(entry) : String(entry)));
}

/** Rules with a pattern under `disallowedTools`. */
function checkDenials({ frontmatter }: AgentDefinition, { disallowedTools }: ToolLists): Finding[] {
  return disallowedTools.flatMap(({ name: rule, path, index }) => {
    const tool = rule.slice(0, Math.max(0, rule.indexOf('(')));
    if (tool === '' || tool.startsWith('mcp__')) return [];
    return [finding('agent-disallowed-rule', frontmatter.locateWord(path, rule, index), { rule, tool })];
  });
}

/** The agents that `Agent(a, b)` names; whether they are there is known when every file was read. */
function checkStarts({ frontmatter }: AgentDefinition, { tools }: ToolLists): Finding[] {
  return tools.flatMap(({ name: rule, path, index, reference }) => {
    if (rule === reference.name) return [];
    const agents = /^(?:Agent|Task)\(([^()]*)\)$/.exec(rule)?.[1]?.split(',') ?? [];
    const names = agents.map((agent) => agent.trim()).filter((agent) => /^[\w-]+$/.test(agent));
    if (names.length === 0) return [];
    const location = frontmatter.locateWord(path, rule, index);
    return names.map((agent) => ({
      ...finding('agent-reference-missing', location, { rule, agent }),
      unlessAgent: agent,
    }));
  });
}
