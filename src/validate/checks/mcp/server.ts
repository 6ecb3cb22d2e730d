import type { Positions, ValuePath } from '../../../definition/location.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import { describe } from '../describe.js';

const REMOTE = ['http', 'sse', 'streamable-http', 'ws', 'sse-ide', 'ws-ide', 'sdk'];

/** Keys of other programs that people expect to work here. */
const FOREIGN_KEYS = ['disabled', 'enabled', 'autoApprove', 'alwaysAllow'];

/** One server: what starts it, or where it is. The client drops a broken one without a word. */
export function checkServer(name: string, server: unknown, at: ValuePath, { locate, locateKey }: Positions): Finding[] {
  const wrong = (path: ValuePath, reason: string) => [finding('mcp-server', locate(path), { name, reason })];
  if (!isObject(server)) return wrong(at, `it is ${describe(server)}, not an object`);
  const { type } = server;
  if (type !== undefined && type !== 'stdio' && !REMOTE.some((known) => known === type)) {
    return wrong([...at, 'type'], `its "type" is ${describe(type)}; allowed: stdio, http, sse, streamable-http, ws`);
  }
  const fault = type === undefined || type === 'stdio' ? findProcessFault(server) : findRemoteFault(server);
  if (fault) return wrong([...at, ...fault.path], fault.reason);
  return FOREIGN_KEYS.filter((key) => server[key] !== undefined).map((key) =>
    finding('mcp-key', locateKey([...at, key]), { name, key }),
  );
}

interface ServerFault {
  path: string[];
  reason: string;
}

function findProcessFault({ command, url, args, env, timeout }: Record<string, unknown>): ServerFault | undefined {
  if (command === undefined && url !== undefined)
    return { path: ['url'], reason: 'a "url" needs a "type", such as http' };
  if (typeof command !== 'string' || command === '') {
    return { path: ['command'], reason: `its "command" is ${describe(command)}, not a text` };
  }
  if (args !== undefined && !(Array.isArray(args) && args.every((arg) => typeof arg === 'string'))) {
    return { path: ['args'], reason: 'its "args" is no list of texts' };
  }
  if (env !== undefined && !(isObject(env) && Object.values(env).every((value) => typeof value === 'string'))) {
    return { path: ['env'], reason: 'its "env" is no object of texts' };
  }
  return findTimeoutFault(timeout);
}

function findRemoteFault({ type, url, timeout }: Record<string, unknown>): ServerFault | undefined {
  if (type === 'sdk') return undefined;
  // A variable is put in before the URL is looked at.
  if (typeof url !== 'string' || !(url.includes('${') || URL.canParse(url))) {
    return { path: ['url'], reason: `its "url" is ${describe(url)}, not a URL` };
  }
  return findTimeoutFault(timeout);
}

function findTimeoutFault(timeout: unknown): ServerFault | undefined {
  if (timeout === undefined || (typeof timeout === 'number' && timeout > 0)) return undefined;
  return { path: ['timeout'], reason: `its "timeout" is ${describe(timeout)}, not a number over 0` };
}
