import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { atEnd } from './cleanup.mjs';
import { EnvironmentProblem } from './environment-problem.mjs';
import { freePort, stop } from './processes.mjs';

/**
 * Starts a server on a free port and waits until it answers; another port is tried when it does not come up.
 * @param {string} name
 * @param {(port: number) => import('node:child_process').ChildProcess} serve
 * @param {NodeJS.Signals} signal what stops it
 * @returns {Promise<number>} the port
 */
export async function startServer(name, serve, signal) {
  let log = '';
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort();
    const child = serve(port);
    atEnd(() => stop(child, signal));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        log = (log + text).slice(-4000);
      });
    }
    child.on('error', (error) => {
      log += error.message;
    });
    if (await answers(child, port)) return port;
    await stop(child, signal);
  }
  throw new EnvironmentProblem(`${name} did not start:\n${log.trim()}`);
}

async function answers(child, port) {
  for (const end = Date.now() + 20_000; Date.now() < end; await delay(50)) {
    if (child.exitCode !== null || child.pid === undefined) return false;
    const ready = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (ready) return true;
  }
  return false;
}
