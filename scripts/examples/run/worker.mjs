import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { start, stop } from '../environment/processes.mjs';
import { blockEnvironment } from './block-environment.mjs';

/** How much longer than the time limit a job may take before the worker itself is given up. */
const GRACE = 30;

/**
 * Starts examples/runner/worker.py; it runs one job after another.
 * @param {{ root: string, venv: string, folder: string, servers: { postgres: string, redis: string } }} setting
 * @returns {{ run: (job: { language: string, seconds: number, units: object[] }) => Promise<object[]>, stop: () => Promise<void> }}
 */
export function startWorker({ root, venv, folder, servers }) {
  const scratch = path.join(folder, 'scratch');
  mkdirSync(scratch, { recursive: true });
  const env = {
    ...blockEnvironment(venv, folder),
    EXAMPLES_SERVERS: JSON.stringify(servers),
    EXAMPLES_SCRATCH: scratch,
  };
  const child = start(path.join(venv, 'bin/python'), [path.join(root, 'examples/runner/worker.py')], {
    env,
    cwd: folder,
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log = (log + text).slice(-4000);
  });
  child.stdin.on('error', () => {});
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, answers } = JSON.parse(line);
    waiting.get(id)?.resolve(answers);
    waiting.delete(id);
  });
  const giveUp = (reason) => {
    for (const { reject } of waiting.values()) reject(new Error(`the worker ${reason}\n${log}`.trim()));
    waiting.clear();
  };
  child.on('error', (error) => giveUp(`could not be started: ${error.message}`));
  child.on('close', (status) => giveUp(`ended with status ${status}`));

  let next = 0;
  return {
    run(job) {
      return new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new Error(`the worker has ended\n${log}`.trim()));
        const id = next++;
        const timer = setTimeout(() => stop(child, 'SIGTERM'), (job.seconds + GRACE) * 1000);
        const settle = (how) => (value) => {
          clearTimeout(timer);
          how(value);
        };
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
        child.stdin.write(`${JSON.stringify({ id, ...job })}\n`);
      });
    },
    stop: () => stop(child, 'SIGTERM'),
  };
}
