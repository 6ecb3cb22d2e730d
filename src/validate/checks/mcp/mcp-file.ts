import { isObject } from '../../../is-object.js';
import { parseJsonDocument } from '../../../jsonc/document.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { readStrict } from '../json-file.js';
import { checkServer } from './server.js';

/** The servers of an `.mcp.json`; a plugin's may stand at the top of the file. */
export function checkMcpFile(text: string, { layout }: CheckContext): Finding[] {
  const { document, findings } = readStrict(parseJsonDocument(text), 'mcp-json');
  if (!document) return findings;
  const { values, locate, locateKey } = document;
  const wrong = (reason: string, at = locate([])) => [...findings, finding('mcp-json', at, { reason })];
  if (!isObject(values)) return wrong(`it is ${describe(values)}, not an object`);
  const isFlat = layout.kind === 'plugin' && values.mcpServers === undefined;
  const servers = isFlat ? values : values.mcpServers;
  if (servers === undefined && values.servers !== undefined) {
    return wrong('it reads "mcpServers", and not "servers"', locateKey(['servers']));
  }
  if (!isObject(servers)) return wrong('it has no object "mcpServers"', locate(['mcpServers']));
  const above = isFlat ? [] : ['mcpServers'];
  return [
    ...findings,
    ...Object.entries(servers).flatMap(([name, server]) => checkServer(name, server, [...above, name], document)),
  ];
}
