import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { atEnd } from './cleanup.mjs';

const alive = new Set();
atEnd(() => Promise.all([...alive].map((child) => stop(child, 'SIGTERM'))));

/**
 * Starts a process that does not outlive this one. It has a process group of its own, so that a Ctrl-C in the terminal
 * reaches it through us, in order.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: true, ...options });
  alive.add(child);
  child.on('error', () => alive.delete(child));
  child.on('exit', () => alive.delete(child));
  return child;
}

/**
 * Runs a process to its end; a command that cannot be started has the status 127.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds?: number }} [options]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string, timedOut: boolean }>}
 */
export function run(command, args, { seconds, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    }
    let timedOut = false;
    const timer = setTimeout(
      () => {
        timedOut = true;
        stop(child, 'SIGKILL');
      },
      seconds * 1000 || 2 ** 31 - 1,
    );
    const end = (status) => {
      clearTimeout(timer);
      resolve({ status, ...output, timedOut });
    };
    child.on('error', (error) => {
      output.stderr += error.message;
      end(127);
    });
    child.on('close', end);
  });
}

/** Asks a process and its group to end, and kills them after five seconds. */
export async function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  send(child, signal);
  const patience = new AbortController();
  await Promise.race([ended, delay(5000, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  if (child.exitCode === null && child.signalCode === null) {
    send(child, 'SIGKILL');
    await ended;
  }
}

function send(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A port of the loopback interface that nothing listens on at the moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
