import path from 'node:path';
import { readArguments, USAGE } from './arguments.mjs';
import { findTools } from './environment/tools.mjs';
import { makeVenv } from './environment/venv.mjs';

/**
 * Does what the arguments ask for.
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 0, or 1 where something failed
 */
export async function runExamples(root, args) {
  const asked = readArguments(args);
  if (asked.help) {
    console.log(USAGE);
    return 0;
  }
  if (asked.prepare) {
    const venv = await makeVenv(root, await findTools(), console.log);
    console.log(`The Python environment is in ${path.relative(root, venv)}.`);
    return 0;
  }
  // Only now, because --prepare has to work before there are npm packages.
  const { runPlan } = await import('./run-plan.mjs');
  return runPlan(root, asked);
}
