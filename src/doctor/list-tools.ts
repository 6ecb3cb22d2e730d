import { explainSystemError } from '../errors.js';
import { isObject } from '../is-object.js';
import { findComplaint } from './excerpt.js';
import { type Connection, connect } from './json-rpc.js';
import { type ProcessGroup, type ProgramCall, startGroup } from './process-group.js';

/** What came of asking a server for its tools. */
export type ToolListing =
  | { kind: 'listed'; tools: string[]; durationMs: number }
  /** The reason is a clause about the server: `it ends with 1`. */
  | { kind: 'failed'; reason: string; durationMs: number };

/** Starts an MCP server on stdio, asks it for its tools, and ends it with all that it has started. */
export type ListTools = (call: ProgramCall, timeoutMs: number) => Promise<ToolListing>;

const PROTOCOL_VERSION = '2025-06-18';
/** A list in more pages than this has no end. */
const MAX_PAGES = 100;
const MAX_STDERR = 64 * 1024;

export const listTools: ListTools = async (call, timeoutMs) => {
  const started = performance.now();
  const duration = () => Math.round(performance.now() - started);
  let group: ProcessGroup | undefined;
  let timer: NodeJS.Timeout | undefined;
  const timeout = () =>
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it does not answer within ${timeoutMs / 1_000} s`)), timeoutMs);
    });
  try {
    group = startGroup(call);
    const conversation = askForTools(connect(group.child.stdin, group.child.stdout));
    const tools = await Promise.race([conversation, failure(group), timeout()]);
    return { kind: 'listed', tools, durationMs: duration() };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error), durationMs: duration() };
  } finally {
    clearTimeout(timer);
    await group?.end();
  }
};

async function askForTools({ request, notify }: Connection): Promise<string[]> {
  await request('initialize', {
    protocolVersion: PROTOCOL_VERSION,
    capabilities: {},
    clientInfo: { name: 'backend-system-architect', version: 'doctor' },
  });
  notify('notifications/initialized');
  const names: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { tools, nextCursor } = await request('tools/list', cursor === undefined ? {} : { cursor });
    for (const tool of Array.isArray(tools) ? tools : []) {
      if (isObject(tool) && typeof tool.name === 'string') names.push(tool.name);
    }
    if (typeof nextCursor !== 'string') return names;
    cursor = nextCursor;
  }
  throw new Error('its list of tools has no end');
}

/** Fails when the server does not start, or ends. */
function failure({ child }: ProcessGroup): Promise<never> {
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MAX_STDERR);
  });
  return new Promise((_, reject) => {
    child.once('error', (error) => reject(new Error(explainSystemError(error)?.message ?? error.message)));
    child.once('close', (code, signal) => {
      const said = findComplaint(stderr);
      reject(new Error(`it ends with ${code ?? signal}${said === undefined ? '' : `: ${said}`}`));
    });
  });
}
