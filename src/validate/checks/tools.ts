import { KNOWN_TOOLS, REMOVED_TOOLS, readToolReference } from '../../client/tools.js';
import { readNames } from '../../definition/frontmatter-schema.js';
import type { AgentDefinition } from '../../definition/model.js';
import { type Finding, finding } from '../finding.js';
import { nearest } from '../nearest.js';

/** Tools that the client drops, and MCP servers that the body relies on while `tools` shuts them out. */
export function checkTools({ frontmatter, mcpTools }: AgentDefinition): Finding[] {
  const { values, locate, locateWord } = frontmatter;
  const { tools } = values;
  if (tools === undefined || tools === null) return [];
  const entries = readNames(tools, 'tools').map(({ name, path }) => ({ ...readToolReference(name), path }));
  if (Array.isArray(tools) && tools.length === 0) return [finding('agent-tools-empty', locate(['tools']), {})];
  if (entries.some(({ name }) => name === '*')) return [];

  const unknown = entries.filter(({ name, server }) => !server && !KNOWN_TOOLS.has(name));
  const servers = new Set(entries.map(({ server }) => server));
  const shutOut = mcpTools.filter(({ server }) => !servers.has(server));
  return [
    ...unknown.map(({ name: tool, path }) => {
      const removed = REMOVED_TOOLS.get(tool);
      return finding('agent-tool-unknown', locateWord(path, tool), {
        tool,
        removed,
        nearest: nearest(tool, KNOWN_TOOLS),
      });
    }),
    ...shutOut.map(({ pattern, server, location }) => finding('agent-mcp-unlisted', location, { pattern, server })),
  ];
}
