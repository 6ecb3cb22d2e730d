// A small MCP server on stdio whose tools are named on its command line; it lists them and answers nothing else.
import { createInterface } from 'node:readline';

const tools = process.argv.slice(2).map((name) => ({ name, description: name, inputSchema: { type: 'object' } }));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const initialized = {
    protocolVersion: params?.protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'test', version: '1.0.0' },
  };
  const result = method === 'initialize' ? initialized : method === 'tools/list' ? { tools } : {};
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
}
