import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanUp, removeAtEnd } from '../../scripts/examples/environment/cleanup.mjs';
import { startPostgres } from '../../scripts/examples/environment/postgres.mjs';
import { run } from '../../scripts/examples/environment/processes.mjs';
import { findTools } from '../../scripts/examples/environment/tools.mjs';

/** The role that docs/mcp-servers.md advises, and something for it to read. */
const STATEMENTS = `
  CREATE TABLE orders (id int PRIMARY KEY, sku text NOT NULL);
  INSERT INTO orders VALUES (1, 'book');
  CREATE ROLE reader LOGIN;
  GRANT USAGE ON SCHEMA public TO reader;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;`;

/** Starts PostgreSQL with a role that may only read, and provides its address and a cache of npm's own. */
export default async function setup(project) {
  const { postgres } = await findTools();
  const address = await startPostgres(postgres);
  const made = await run('psql', [`${address}/postgres`, '--quiet', '-v', 'ON_ERROR_STOP=1', '-c', STATEMENTS], {
    env: { ...process.env, PATH: `${postgres}${path.delimiter}${process.env.PATH}` },
  });
  if (made.status !== 0) throw new Error(`psql failed: ${made.stderr}`);
  const cache = await mkdtemp(path.join(tmpdir(), 'npm-cache-'));
  removeAtEnd(cache);
  project.provide('databaseUri', `${address.replace('postgres@', 'reader@')}/postgres?sslmode=disable`);
  project.provide('npmCache', cache);
  return cleanUp;
}
