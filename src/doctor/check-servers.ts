import { asClause, listNames } from './excerpt.js';
import { expandVariables } from './expand-variables.js';
import type { Finding } from './finding.js';
import { addCommand } from './known-servers.js';
import type { ListTools, ToolListing } from './list-tools.js';
import type { NamedServer } from './named-servers.js';
import type { Variables } from './process-group.js';
import { readServerConfig } from './server-config.js';
import { findServer, type ServerTable } from './server-table.js';

export interface ServersRequest {
  named: readonly NamedServer[];
  tables: readonly ServerTable[];
  /** Why `.mcp.json` cannot be read. */
  fault: string | undefined;
  /** What stands for the variables in configurations. */
  configurationEnv: Variables;
  /** What a server gets. */
  serverEnv: Variables;
  /** Where the client starts servers. */
  cwd: string;
  /** Undefined where none is to be started. */
  listTools: ListTools | undefined;
  timeoutMs: number;
}

const CHECK = 'mcp-server';

/** The MCP servers that the definition names: configured, startable, and with the tools that are named. */
export async function checkServers(request: ServersRequest): Promise<Finding[]> {
  const { named, fault } = request;
  const found = await Promise.all(named.map((server) => checkServer(server, request)));
  if (fault === undefined) return found.flat();
  const message = `.mcp.json cannot be read: ${fault}.`;
  return [
    { check: CHECK, status: 'problem', message, remedy: 'Put it right; the client drops the whole file.' },
    ...found.flat(),
  ];
}

async function checkServer(server: NamedServer, request: ServersRequest): Promise<Finding[]> {
  const place = findServer(request.tables, server.name);
  const name = `The MCP server ${server.name}`;
  const found = (status: Finding['status'], what: string, remedy?: string, durationMs?: number): Finding => ({
    check: CHECK,
    status,
    message: `${name} ${what}.`,
    ...(remedy === undefined ? {} : { remedy }),
    ...(durationMs === undefined ? {} : { durationMs }),
  });
  if (!place) {
    return [found('warning', 'is not configured; the agent goes on without it', `Add it: ${addCommand(server.name)}`)];
  }
  const { value, unset } = expandVariables(place.config, request.configurationEnv);
  if (unset.length > 0) {
    return unset.map((variable) =>
      found(
        'problem',
        `(${place.source}) needs the variable ${variable}, which is not set`,
        `Set ${variable} where Claude Code is started, or give it a default: \${${variable}:-...}`,
      ),
    );
  }
  const config = readServerConfig(value);
  switch (config.kind) {
    case 'broken':
      return [
        found('problem', `(${place.source}) cannot be started: ${config.reason}`, 'Run "validate" to see where.'),
      ];
    case 'remote':
      return [found('ok', `(${place.source}) is of the type ${config.type} and was not tried`)];
    case 'stdio': {
      if (!request.listTools) return [found('ok', `is configured in ${place.source} and was not started`)];
      const { command, args, env } = config;
      const call = { program: command, args, cwd: request.cwd, env: { ...request.serverEnv, ...env } };
      const listing = await request.listTools(call, request.timeoutMs);
      const { status, what, remedy } = judgeListing(server, place.source, listing);
      return [found(status, what, remedy, listing.durationMs)];
    }
  }
}

function judgeListing(
  { tools }: NamedServer,
  source: string,
  listing: ToolListing,
): { status: Finding['status']; what: string; remedy?: string } {
  if (listing.kind === 'failed') {
    return {
      status: 'problem',
      what: `(${source}) does not work: ${asClause(listing.reason)}`,
      remedy: 'Run its command by hand to see why; what it has to download first may take longer than is waited for.',
    };
  }
  const missing = tools.filter((tool) => !listing.tools.includes(tool));
  if (missing.length === 0) return { status: 'ok', what: `(${source}) starts and offers what the agent uses of it` };
  return {
    status: 'problem',
    what: `(${source}) does not offer ${listNames(missing)}`,
    remedy: `Update the server, or correct "tools" of the agent; it offers ${listNames(listing.tools) || 'nothing'}.`,
  };
}
