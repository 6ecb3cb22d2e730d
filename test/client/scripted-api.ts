import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of a Messages API request that the tests look at. */
export interface ModelRequest {
  model: string;
  system?: string | { type: string; text?: string; cache_control?: { type: string; ttl?: string } }[];
  messages: { role: string; content: string | ContentBlock[] }[];
  tools?: { name: string; description?: string }[];
  output_config?: { effort?: string | number };
}

export interface ContentBlock {
  type: string;
  text?: string;
  name?: string;
  input?: unknown;
  content?: string | ContentBlock[];
  id?: string;
  tool_use_id?: string;
  cache_control?: { type: string; ttl?: string };
}

/** What the scripted model says in one turn. A turn with tool calls ends with `stop_reason: tool_use`. */
export interface Turn {
  text?: string;
  tools?: { name: string; input: Record<string, unknown> }[];
}

export type Script = (request: ModelRequest) => Turn;

export interface ScriptedApi {
  url: string;
  /** Every request of the client, in the order of arrival. */
  requests: ModelRequest[];
  close(): Promise<void>;
}

/** Serves `POST /v1/messages` as server-sent events on a free loopback port; every other path answers `{}`. */
export async function startScriptedApi(script: Script): Promise<ScriptedApi> {
  const requests: ModelRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (incoming.method !== 'POST' || !/^\/v1\/messages(\?|$)/.test(incoming.url ?? '')) {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
        return;
      }
      const request = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelRequest;
      requests.push(request);
      streamTurn(response, script(request), requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function streamTurn(response: ServerResponse, turn: Turn, serial: number): void {
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  const blocks = [
    ...(turn.text === undefined ? [] : [{ kind: 'text' as const, text: turn.text }]),
    ...(turn.tools ?? []).map((tool) => ({ kind: 'tool' as const, ...tool })),
  ];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  send('message_start', {
    message: {
      id: `msg_${serial}`,
      type: 'message',
      role: 'assistant',
      model: 'scripted',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    },
  });
  blocks.forEach((block, index) => {
    if (block.kind === 'text') {
      send('content_block_start', { index, content_block: { type: 'text', text: '' } });
      send('content_block_delta', { index, delta: { type: 'text_delta', text: block.text } });
    } else {
      const id = `toolu_${serial}_${index}`;
      send('content_block_start', { index, content_block: { type: 'tool_use', id, name: block.name, input: {} } });
      send('content_block_delta', {
        index,
        delta: { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
      });
    }
    send('content_block_stop', { index });
  });
  send('message_delta', {
    delta: { stop_reason: turn.tools?.length ? 'tool_use' : 'end_turn', stop_sequence: null },
    usage: { output_tokens: 1 },
  });
  send('message_stop', {});
  response.end();
}

/** The system prompt as one string. */
export function systemText(request: ModelRequest): string {
  const { system } = request;
  if (system === undefined) return '';
  return typeof system === 'string' ? system : system.map((block) => block.text ?? '').join('\n');
}

/** Everything the messages of a request say, tool results included, as one string. */
export function messagesText(request: ModelRequest): string {
  return request.messages.map(({ content }) => contentText(content)).join('\n');
}

function contentText(content: string | ContentBlock[] | undefined): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return content;
  return content.map((block) => block.text ?? contentText(block.content)).join('\n');
}
