import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../environment/processes.mjs';
import { blockEnvironment } from './block-environment.mjs';

const FOLDER = 'examples/backend-service';
const SECONDS = 300;

/**
 * @typedef {object} ServiceOutcome
 * @property {number} passed
 * @property {{ message: string, details: string }[]} problems
 * @property {string[]} skipped
 * @property {number} [collected] how many tests there are; unknown where the suite did not come to its end
 */

/**
 * Runs the suite of the reference service, alone: it measures response times.
 * @param {{ root: string, venv: string, folder: string, servers: { postgres: string, redis: string }[] }} setting
 * @returns {Promise<ServiceOutcome>}
 */
export async function runService({ root, venv, folder, servers: [{ postgres, redis }] }) {
  const events = path.join(folder, 'service-events.jsonl');
  const env = {
    ...blockEnvironment(venv, folder),
    DATABASE_URL: `${postgres.replace('postgresql:', 'postgresql+asyncpg:')}/postgres`,
    REDIS_URL: redis,
    JWT_SECRET: 'only-for-examples-0123456789-abcdefghijklmnop',
    PYTHONPATH: path.join(root, 'examples/runner'),
    EXAMPLES_EVENTS: events,
  };
  const args = ['-m', 'pytest', '-q', '--tb=short', '-p', 'no:cacheprovider', '-p', 'anyio', '-p', 'pytest_events'];
  const { status, stdout, stderr, timedOut } = await run(path.join(venv, 'bin/python'), args, {
    cwd: path.join(root, FOLDER),
    env,
    seconds: SECONDS,
  });
  const found = readEvents(existsSync(events) ? readFileSync(events, 'utf8') : '');
  const ended = timedOut ? `was stopped after ${SECONDS} seconds` : `ended with status ${status}`;
  const details = `${stdout}${stderr}`.trim().split('\n').slice(-40).join('\n');
  const isWhole = status === 0 && found.passed > 0 && found.passed + found.skipped.length === found.collected;
  if (found.problems.length === 0 && !isWhole) {
    const all = found.collected === undefined ? 'before its end' : `with ${found.collected} tests`;
    found.problems.push({ message: `the suite ${ended}, ${all}, of which ${found.passed} passed`, details });
  }
  return found;
}

/**
 * @param {string} text a line of JSON for each event of examples/runner/pytest_events.py
 * @returns {ServiceOutcome}
 */
export function readEvents(text) {
  const events = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const of = (name) => events.flatMap((event) => event[name] ?? []);
  return {
    passed: of('passed').length,
    problems: of('problem').map(({ message, test, details = '' }) => ({
      message: test ? `${test}: ${message}` : message,
      details,
    })),
    skipped: of('skipped').map(({ message }) => message),
    collected: of('collected')[0],
  };
}
