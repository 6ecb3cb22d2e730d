import { field } from '../case.js';
import { entry } from './hook-case.js';

const T = 'hook-types';

/** An entry that the client is to accept without a word; what it does then needs a model or a server. */
const accepted = (name: string, ...keys: string[]) => [
  hook(`${name}-stop`, entry('Stop', ...keys)),
  hook(`${name}-guard`, entry('PreToolUse', ...keys)),
];

const hook = (name: string, lines: string[]) =>
  field(T, name, ['hooks:', ...lines.map((line) => `  ${line}`)].join('\n'), { kind: 'hook accepted' });

export const hookTypeCases = [
  ...accepted('prompt', 'type: prompt', 'prompt: Is it done?'),
  ...accepted('prompt-missing', 'type: prompt'),
  ...accepted('prompt-number', 'type: prompt', 'prompt: 7'),
  ...accepted('prompt-as-command', 'type: prompt', 'command: Is it done?'),
  ...accepted('agent', 'type: agent', 'prompt: Is it done?'),
  ...accepted('agent-without-prompt', 'type: agent'),
  ...accepted('http', 'type: http', 'url: http://localhost:9/hook'),
  ...accepted('http-without-url', 'type: http'),
  ...accepted('http-not-a-url', 'type: http', 'url: not a url'),
  ...accepted('mcp-tool', 'type: mcp_tool', 'server: demo', 'tool: look'),
  ...accepted('mcp-tool-without-tool', 'type: mcp_tool', 'server: demo'),
  ...accepted('mcp-tool-without-server', 'type: mcp_tool', 'tool: look'),
];
