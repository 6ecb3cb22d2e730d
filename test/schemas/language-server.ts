import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';

const server = path.resolve(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server');

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

export interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** The YAML language server that editors start, spoken to over its standard streams (LSP 3.17). */
export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #diagnostics = new Map<string, (found: Diagnostic[]) => void>();
  readonly #configuration: object;
  #pending = Buffer.alloc(0);
  #lastId = 0;

  /** @param schemas globs of files by the address of their schema, as the setting `yaml.schemas` has them */
  constructor(schemas: Record<string, string>) {
    this.#configuration = { schemas, validate: true, completion: true, hover: true, schemaStore: { enable: false } };
    this.#process = spawn(process.execPath, [server, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  async start(rootUri: string): Promise<void> {
    const workspace = { configuration: true, didChangeConfiguration: {} };
    await this.request('initialize', { processId: process.pid, rootUri, capabilities: { workspace } });
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: this.#configuration } } });
  }

  /** Opens a file as an editor does and returns what is wrong in it. */
  open(uri: string, text: string): Promise<Diagnostic[]> {
    const found = new Promise<Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return found;
  }

  /** What the server offers, or says, at a place; lines and characters count from 0. */
  ask(what: 'completion' | 'hover', uri: string, line: number, character: number): Promise<unknown> {
    return this.request(`textDocument/${what}`, { textDocument: { uri }, position: { line, character } });
  }

  request(method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  stop(): void {
    this.#process.kill();
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const end = this.#pending.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#pending.subarray(0, end).toString())?.[1]);
      if (end === -1 || this.#pending.length < end + 4 + length) return;
      const body = this.#pending.subarray(end + 4, end + 4 + length).toString();
      this.#pending = this.#pending.subarray(end + 4 + length);
      this.#receive(JSON.parse(body));
    }
  }

  #receive({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration' && id !== undefined) {
      const { items } = params as { items: { section: string }[] };
      this.#send({ id, result: items.map(({ section }) => (section === 'yaml' ? this.#configuration : null)) });
    } else if (method !== undefined && id !== undefined) {
      this.#send({ id, result: null });
    } else if (id !== undefined) {
      this.#answers.get(id)?.(result);
    }
  }
}
