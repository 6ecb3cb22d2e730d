import { field } from '../case.js';

const T = 'unknown-fields';

/** The client is to know this key. */
const key = (name: string, yaml: string) =>
  field(T, name, yaml, { kind: 'recognized', key: yaml.slice(0, yaml.indexOf(':')).replace(/^['"]|['"]$/g, '') });

export const unknownFieldCases = [
  key('known-color', 'color: red'),
  key('known-auto-compact-window', 'autoCompactWindow: 200000'),
  key('known-observer', 'observer: watcher'),
  key('known-observer-message', 'observerMessage: Look well.'),
  key('known-observe-tool-results', 'observeToolResults: false'),
  key('known-observe-subagents', 'observeSubagents: false'),
  key('foo', 'foo: 1'),
  key('foo-null', 'foo:'),
  key('allowed-tools', 'allowed-tools: Read'),
  key('when-to-use', 'when_to_use: Often.'),
  key('mode', 'mode: plan'),
  key('version', 'version: 1.0.0'),
  key('author', 'author: somebody'),
  key('license', 'license: MIT'),
  key('metadata', 'metadata: { a: 1 }'),
  key('tags', 'tags: [a]'),
  key('temperature', 'temperature: 0.2'),
  key('prompt', 'prompt: Do it.'),
  key('tools-upper-case', 'Tools: Read'),
  key('max-turns-lower-case', 'maxturns: 2'),
  key('permission-mode-kebab', 'permission-mode: plan'),
  key('mcp-servers-snake', 'mcp_servers: [demo]'),
  key('misspelt-model', 'modle: haiku'),
  key('quoted-key', "'effort': low"),
  key('prototype', '__proto__: { tools: [] }'),
  key('constructor', 'constructor: 1'),
  key('lsp-servers', 'lspServers: {}'),
  key('number-as-key', '7: 1'),
];
