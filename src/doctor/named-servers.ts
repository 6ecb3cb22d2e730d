import { readToolReference } from '../client/tools.js';
import { readNames } from '../definition/names.js';

/** An MCP server that an agent may use, and the tools of it that the definition names. */
export interface NamedServer {
  name: string;
  /** Empty where it takes whatever the server offers. */
  tools: string[];
}

/** The servers that `tools` names, in its order: `mcp__<server>__<tool>`, `mcp__<server>__*` or `mcp__<server>`. */
export function listNamedServers(tools: unknown): NamedServer[] {
  const servers = new Map<string, NamedServer>();
  for (const { name } of readNames(tools, 'tools')) {
    const { server, name: reference } = readToolReference(name);
    if (server === undefined) continue;
    const entry = servers.get(server) ?? { name: server, tools: [] };
    servers.set(server, entry);
    const tool = reference.slice(`mcp__${server}__`.length);
    if (tool !== '' && !tool.includes('*')) entry.tools.push(tool);
  }
  return [...servers.values()];
}

/** A name as it stands in the names of tools, where the client (2.1.330) puts `_` for every other character. */
export function normalizeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_');
}
