import { tmpdir } from 'node:os';
import { beforeAll, expect, inject, test } from 'vitest';
import { SERVERS } from '../../src/install/entries/shipped.js';
import { runClient } from '../client/run-client.js';
import { AGENT, reportMessage, sessionOf, startAgent } from '../client/session.js';
import { toolResults } from '../client/tool-results.js';
import { cli, runProcess } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';

const env = { DATABASE_URI: inject('databaseUri'), npm_config_cache: inject('npmCache') };

async function installed(): Promise<string> {
  const repository = await makeServiceRepository();
  expect((await cli(['install', '--mcp', 'postgres-mcp'], { cwd: repository })).exitCode).toBe(0);
  return repository;
}

/** Downloads what the entry in `.mcp.json` starts, as the first start on a machine does. */
beforeAll(async () => {
  const { command = '', args = [] } = SERVERS.find(({ name }) => name === 'postgres-mcp')?.server ?? {};
  await runProcess(command, [...args, '--help'], { cwd: tmpdir(), env: { ...process.env, ...env } });
});

test('the agent reads the schema and the rows, and a write is refused', async () => {
  const calls = [
    { name: 'mcp__postgres-mcp__search_objects', input: { object_type: 'column', table: 'orders', schema: 'public' } },
    { name: 'mcp__postgres-mcp__execute_sql', input: { sql: 'SELECT sku FROM orders' } },
    { name: 'mcp__postgres-mcp__execute_sql', input: { sql: "INSERT INTO orders VALUES (2, 'lamp')" } },
    {
      name: 'mcp__postgres-mcp__execute_sql',
      input: { sql: "SET default_transaction_read_only = off; INSERT INTO orders VALUES (3, 'pen')" },
    },
    { name: 'mcp__postgres-mcp__execute_sql', input: { sql: 'SELECT count(*)::int AS orders FROM orders' } },
  ];
  let turn = 0;
  const script = sessionOf([startAgent(AGENT)], () => {
    const call = calls[turn++];
    return call ? { tools: [call] } : { text: reportMessage() };
  });
  const project = await installed();
  const run = await runClient({ project, script, env, args: ['--allowedTools', 'mcp__postgres-mcp'] });
  const [columns, rows, write, forced, count] = toolResults(run).map((text) => JSON.parse(text));
  expect(columns.data.results.map(({ name }: { name: string }) => name)).toEqual(['id', 'sku']);
  expect(rows.data.statements[0].rows).toEqual([{ sku: 'book' }]);
  expect(write).toMatchObject({ success: false, error: 'cannot execute INSERT in a read-only transaction' });
  expect(forced.success).toBe(false);
  expect(count.data.statements[0].rows).toEqual([{ orders: 1 }]);
});

test('doctor finds the server with its tools, and names the variable where it is not set', async () => {
  const cwd = await installed();
  const here = await cli(['doctor'], { cwd, env });
  expect(here.stdout).toContain('The MCP server postgres-mcp (.mcp.json) starts and offers what the agent uses of it.');
  const without = await cli(['doctor'], { cwd, env: { npm_config_cache: env.npm_config_cache } });
  expect(without.stdout).toContain(
    'The MCP server postgres-mcp (.mcp.json) needs the variable DATABASE_URI, which is not set.',
  );
});
