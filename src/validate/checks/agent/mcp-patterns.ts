import type { AgentDefinition } from '../../../definition/model.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { readServerNames } from '../mcp/server-names.js';
import type { ToolLists } from './tool-entries.js';

/** Entries of `tools` that can match no tool of any MCP server. */
export function checkMcpPatterns(
  { frontmatter }: AgentDefinition,
  context: CheckContext,
  { tools }: ToolLists,
): Finding[] {
  return tools.flatMap(({ name: text, path, index, reference: { name } }) => {
    if (!name.startsWith('mcp__')) return [];
    const reason = findFault(name, context);
    if (!reason) return [];
    return [finding('agent-mcp-pattern', frontmatter.locateWord(path, text, index), { pattern: text, reason })];
  });
}

function findFault(name: string, context: CheckContext): string | undefined {
  const [server = '', ...tool] = name.slice('mcp__'.length).split('__');
  if (server === '*') return 'no pattern stands for all servers';
  if (server.includes('*') || (tool.join('__').includes('*') && tool.join('__') !== '*')) {
    return 'a "*" stands for all tools of a server, and for no part of a name';
  }
  if (/[^\w-]/.test(server)) return `the client writes "mcp__${toToolName(server)}"`;
  const configured = [...readServerNames(context)].map(toToolName);
  const other = configured.find((known) => known !== server && known.toLowerCase() === server.toLowerCase());
  return other && !configured.includes(server) ? `the server is called "${other}"` : undefined;
}

/** The name of a server as it stands in the names of its tools. */
function toToolName(server: string): string {
  return server.replace(/[^\w-]/g, '_');
}
