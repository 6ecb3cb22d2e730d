import type { ValuePath } from '../../../definition/location.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { checkServer } from '../mcp/server.js';
import { readServerNames } from '../mcp/server-names.js';
import type { ToolLists } from './tool-entries.js';

/** Servers under `mcpServers` that nothing configures, whose configuration is broken, or that go beyond `tools`. */
export function checkMcpServers({ frontmatter }: AgentDefinition, context: CheckContext, tools: ToolLists): Finding[] {
  const { mcpServers } = frontmatter.values;
  if (!Array.isArray(mcpServers) || context.layout.kind === 'plugin') return [];
  const configured = readServerNames(context);
  const allowed = allowedServers(tools);
  const checkEntry = (entry: unknown, at: ValuePath): Finding[] => {
    if (isObject(entry)) {
      return Object.entries(entry).flatMap(([name, config]) => {
        const broken = checkServer(name, config, [...at, name], frontmatter);
        return broken.length > 0 ? broken : checkReach(name, at);
      });
    }
    if (typeof entry !== 'string') return [];
    if (configured.has(entry)) return checkReach(entry, at);
    return [finding('agent-mcp-missing', frontmatter.locate(at), { server: entry })];
  };
  const checkReach = (server: string, at: ValuePath): Finding[] =>
    allowed && !allowed.has(server) ? [finding('agent-mcp-beyond-tools', frontmatter.locate(at), { server })] : [];
  return mcpServers.flatMap((entry: unknown, index) => checkEntry(entry, ['mcpServers', index]));
}

/** The servers that `tools` names; undefined when it allows everything. */
function allowedServers({ tools, isLimited }: ToolLists): Set<string> | undefined {
  if (!isLimited || tools.some(({ reference }) => reference.name === '*')) return undefined;
  return new Set(tools.flatMap(({ reference }) => reference.server ?? []));
}
