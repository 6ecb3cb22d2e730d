import { chownSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './cleanup.mjs';
import { EnvironmentProblem } from './environment-problem.mjs';
import { run, start } from './processes.mjs';
import { startServer } from './server.mjs';

/** Nothing in it has to survive a crash, and many tests connect at once. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/**
 * Starts a PostgreSQL server with an empty cluster; it is stopped and removed at the end.
 * @param {string} bin the folder of its programs
 * @returns {Promise<string>} its address, without a database
 */
export async function startPostgres(bin) {
  const owner = await findOwner();
  const folder = temporaryFolder('examples-postgres');
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, env: { ...process.env, HOME: folder } };
  const data = path.join(folder, 'data');
  const cluster = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '-D', data];
  const made = await run(path.join(bin, 'initdb'), cluster, options);
  if (made.status !== 0) throw new EnvironmentProblem(`initdb failed:\n${made.stderr.trim()}`);

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const serve = (port) => start(path.join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...settings], options);
  const port = await startServer('PostgreSQL', serve, 'SIGINT');
  return `postgresql://postgres@127.0.0.1:${port}`;
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
async function findOwner() {
  if (process.getuid?.() !== 0) return undefined;
  const [user, group] = await Promise.all(['-u', '-g'].map((option) => run('id', [option, 'postgres'])));
  if (user.status !== 0) {
    throw new EnvironmentProblem(
      'PostgreSQL does not run as root, and there is no user "postgres" to run it as.\nOn Debian: apt-get install postgresql',
    );
  }
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}
