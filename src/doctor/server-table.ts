import { isObject } from '../is-object.js';
import { parseJsonDocument } from '../jsonc/document.js';
import { normalizeName } from './named-servers.js';

/** Servers that one place configures. */
export interface ServerTable {
  /** The place, in words. */
  source: string;
  /** Each configuration by the name of its server. */
  servers: Record<string, unknown>;
}

export interface ServerFiles {
  /** `.mcp.json` of the repository. */
  project: string | undefined;
  /** The client's own state, `~/.claude.json`. */
  clientState: string | undefined;
  /** The folder under which the state keeps what is the user's in this repository alone. */
  workspace: string;
  /** `mcpServers` of the agent's frontmatter, which may hold configurations. */
  inline: unknown;
}

/** Every place that configures servers, the one that overrides the others first; and why a file cannot be read. */
export function readServerTables(files: ServerFiles): { tables: ServerTable[]; fault: string | undefined } {
  const inline = Array.isArray(files.inline) ? files.inline.filter(isObject) : [];
  const state = readJson(files.clientState).values;
  const projects = isObject(state) && isObject(state.projects) ? state.projects : {};
  const project = readJson(files.project);
  return {
    tables: [
      ...inline.map((servers) => ({ source: 'the frontmatter of the agent', servers })),
      tableOf('~/.claude.json, for this workspace', projects[files.workspace]),
      tableOf('.mcp.json', project.values),
      tableOf('~/.claude.json', state),
    ],
    fault: project.fault,
  };
}

/** The configuration of a server, by its name as it stands in the names of tools. */
export function findServer(
  tables: readonly ServerTable[],
  name: string,
): { source: string; config: unknown } | undefined {
  for (const { source, servers } of tables) {
    const key = Object.keys(servers).find((other) => normalizeName(other) === name);
    if (key !== undefined) return { source, config: servers[key] };
  }
  return undefined;
}

function tableOf(source: string, value: unknown): ServerTable {
  return { source, servers: isObject(value) && isObject(value.mcpServers) ? value.mcpServers : {} };
}

function readJson(text: string | undefined): { values: unknown; fault: string | undefined } {
  if (text === undefined) return { values: undefined, fault: undefined };
  const parsed = parseJsonDocument(text);
  switch (parsed.kind) {
    case 'parsed':
      return { values: parsed.document.values, fault: undefined };
    case 'blank':
      return { values: undefined, fault: 'it is empty' };
    case 'invalid':
      return { values: undefined, fault: `line ${parsed.location.line}: ${parsed.reason}` };
  }
}
