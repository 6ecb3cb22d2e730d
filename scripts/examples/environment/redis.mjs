import { temporaryFolder } from './cleanup.mjs';
import { start } from './processes.mjs';
import { startServer } from './server.mjs';

/**
 * Starts a Redis server that keeps nothing on disk; it is stopped at the end.
 * @param {string} command
 * @returns {Promise<string>} its address
 */
export async function startRedis(command) {
  const folder = temporaryFolder('examples-redis');
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const serve = (port) => start(command, ['--port', `${port}`, ...settings]);
  return `redis://127.0.0.1:${await startServer('Redis', serve, 'SIGTERM')}/0`;
}
