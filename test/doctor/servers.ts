import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../client/mcp-server.mjs');

/** A configuration that starts a real server, which offers these tools. */
export const serverWith = (...tools: string[]) => ({ command: process.execPath, args: [script, ...tools] });

/** Every server that the installed agent names, with every tool. */
export const SERVERS = {
  context7: serverWith('resolve-library-id', 'query-docs'),
  'postgres-mcp': serverWith('search_objects', 'execute_sql', 'more_than_that'),
  'sequential-thinking': serverWith('sequentialthinking'),
};
