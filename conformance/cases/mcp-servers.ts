import { type Details, field } from '../case.js';

const T = 'mcp-servers';

/** A server on stdio that lists the tools named on its command line and answers nothing else. */
const SERVER = `import { createInterface } from 'node:readline';
const tools = process.argv.slice(2).map((name) => ({ name, description: name, inputSchema: { type: 'object' } }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const started = { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } };
  const result = method === 'initialize' ? started : method === 'tools/list' ? { tools } : {};
  process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n');
}
`;

/** The judgement on a server that the repository does not configure. */
const ELSEWHERE = 'The server may come from the user, a plugin or a command line.';

const command = { command: 'node', args: ['server.mjs', 'look', 'change'] };
const [LOOK, CHANGE] = ['mcp__demo__look', 'mcp__demo__change'];

/** A repository whose .mcp.json has the servers `demo` (tools `look`, `change`) and `dotted.name`. */
const servers: Details = {
  folder: 'a project with servers',
  files: {
    'server.mjs': SERVER,
    '.mcp.json': JSON.stringify({ mcpServers: { demo: command, 'dotted.name': command } }),
  },
};

const offers = (name: string, yaml: string, tools: string[], details: Details = {}) =>
  field(T, name, yaml, { kind: 'offered', tools }, { ...servers, ...details });
const withholds = (name: string, yaml: string, tools: string[]) =>
  field(T, name, yaml, { kind: 'withheld', tools }, servers);

/** A definition that brings the server itself. */
const inline = (name: string, yaml: (server: string) => string, details: Details = {}) => {
  const server = `inline-${name}`;
  return field(
    T,
    `inline-${name}`,
    yaml(server),
    { kind: 'offered', tools: [`mcp__${server}__look`] },
    { ...servers, ...details },
  );
};

const stdio = 'command: node\n      args: [server.mjs, look]';

export const mcpServerCases = [
  offers('tools-missing', '', [LOOK, CHANGE], { subject: 'no tools: those of the servers too' }),
  offers('tools-star', 'tools: "*"', [LOOK, CHANGE]),
  offers('tool', `tools: Read, ${LOOK}`, [LOOK]),
  offers('all-tools-of-server', 'tools: Read, mcp__demo__*', [LOOK, CHANGE]),
  offers('server-alone', 'tools: Read, mcp__demo', [LOOK, CHANGE]),
  offers('all-servers', 'tools: Read, mcp__*', [LOOK, CHANGE]),
  offers('part-of-tool', 'tools: Read, mcp__demo__lo*', [LOOK]),
  offers('part-of-server', 'tools: Read, mcp__de*', [LOOK]),
  offers('upper-case', 'tools: Read, mcp__Demo__look', [LOOK], { judgement: ELSEWHERE }),
  offers('rule', `tools: Read, ${LOOK}(x)`, [LOOK]),
  offers('dotted-name', 'tools: Read, mcp__dotted_name__look', ['mcp__dotted_name__look']),
  offers('dotted-name-as-written', 'tools: Read, mcp__dotted.name__look', ['mcp__dotted_name__look']),
  offers('absent-server', 'tools: Read, mcp__absent__look', ['mcp__absent__look'], {
    judgement:
      'The server may come from the user, a plugin or a command line, which a validator of files does not see.',
  }),
  offers('absent-tool', 'tools: Read, mcp__demo__absent', ['mcp__demo__absent'], {
    judgement: 'Which tools a server has only the server knows.',
  }),
  offers('prefix-only', 'tools: Read, mcp__', [LOOK]),
  withholds('not-in-tools', 'tools: Read', [LOOK]),
  withholds('disallowed-tool', `disallowedTools: ${LOOK}`, [LOOK]),
  withholds('disallowed-server', 'disallowedTools: mcp__demo', [LOOK, CHANGE]),
  withholds('disallowed-server-star', 'disallowedTools: mcp__demo__*', [LOOK, CHANGE]),
  withholds('disallowed-all-servers', 'disallowedTools: mcp__*', [LOOK, CHANGE]),
  offers('listed-by-name', 'mcpServers: [demo]', [LOOK]),
  field(
    T,
    'listed-absent',
    'mcpServers: [absent]',
    { kind: 'offered', tools: ['mcp__absent__look'] },
    {
      ...servers,
      judgement: ELSEWHERE,
    },
  ),
  inline('stdio', (server) => `mcpServers:\n  - ${server}:\n      ${stdio}`),
  inline('stdio-typed', (server) => `mcpServers:\n  - ${server}:\n      type: stdio\n      ${stdio}`),
  inline('with-tools', (server) => `tools: Read, mcp__${server}__*\nmcpServers:\n  - ${server}:\n      ${stdio}`),
  inline('not-in-tools', (server) => `tools: Read\nmcpServers:\n  - ${server}:\n      ${stdio}`),
  inline('as-mapping', (server) => `mcpServers:\n  ${server}:\n      ${stdio}`),
  inline(
    'name-as-key',
    (server) => `mcpServers:\n  - name: ${server}\n    command: node\n    args: [server.mjs, look]`,
  ),
  inline('without-command', (server) => `mcpServers:\n  - ${server}:\n      args: [server.mjs, look]`),
  inline('command-number', (server) => `mcpServers:\n  - ${server}:\n      command: 7`),
  inline('args-string', (server) => `mcpServers:\n  - ${server}:\n      command: node\n      args: server.mjs look`),
  inline('unknown-type', (server) => `mcpServers:\n  - ${server}:\n      type: foo\n      ${stdio}`),
  inline('null', (server) => `mcpServers:\n  - ${server}:`),
  inline('comma-string', (server) => `mcpServers: demo, ${server}`, { subject: 'mcpServers: demo, other (a text)' }),
  field(T, 'number', 'mcpServers: 7', { kind: 'offered', tools: ['mcp__7__look'] }, servers),
  field(T, 'number-in-list', 'mcpServers: [7]', { kind: 'offered', tools: ['mcp__7__look'] }, servers),
  field(T, 'null', 'mcpServers:', undefined, { folder: servers.folder ?? '', files: servers.files ?? {} }),
  field(T, 'empty-list', 'mcpServers: []', undefined, { folder: servers.folder ?? '', files: servers.files ?? {} }),
];
