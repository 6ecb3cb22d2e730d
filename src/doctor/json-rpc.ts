import type { Readable, Writable } from 'node:stream';
import { isObject } from '../is-object.js';

/** One side of a conversation in JSON-RPC 2.0, a message a line. */
export interface Connection {
  /** @throws {Error} when the other side answers with an error, or breaks the form of the conversation */
  request(method: string, params: object): Promise<Record<string, unknown>>;
  notify(method: string): void;
}

/** The longest line that is taken, in UTF-16 units. */
const MAX_LINE = 16 * 1024 * 1024;
const METHOD_NOT_FOUND = -32601;

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** Opens a conversation; a line that is no message is passed over, as the client does. */
export function connect(input: Writable, output: Readable): Connection {
  const waiting = new Map<number, Waiting>();
  let rest = '';
  let serial = 0;
  const send = (message: object) => input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

  output.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) receive(parse(line));
    if (rest.length > MAX_LINE) {
      output.destroy();
      for (const { reject } of waiting.values()) reject(new Error('it prints a line that has no end'));
    }
  });

  function receive(message: unknown): void {
    if (!isObject(message)) return;
    const { id, method, result, error } = message;
    if (typeof method === 'string') {
      if (id === undefined) return;
      send(method === 'ping' ? { id, result: {} } : { id, error: { code: METHOD_NOT_FOUND, message: 'not offered' } });
      return;
    }
    const waits = typeof id === 'number' ? waiting.get(id) : undefined;
    if (!waits || typeof id !== 'number') return;
    waiting.delete(id);
    if (isObject(result)) waits.resolve(result);
    else
      waits.reject(new Error(`it answers with an error: ${isObject(error) ? String(error.message) : 'without words'}`));
  }

  return {
    request(method, params) {
      serial += 1;
      const id = serial;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ id, method, params });
      });
    },
    notify(method) {
      send({ method });
    },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
