import { parseArgs } from 'node:util';
import { EnvironmentProblem } from './environment/environment-problem.mjs';

/** How the command is called. */
export const USAGE = `Usage: npm run test:examples -- [options] [path filter ...]

Runs the code blocks of agents/ and skills/, then the suite of examples/backend-service.
With path filters: the blocks of the files whose path contains one of them, without the suite.

  --service     run the suite also with path filters
  --no-service  do not run the suite
  --prepare     only make the Python environment
  --help        show this text`;

const OPTIONS = {
  service: { type: 'boolean' },
  'no-service': { type: 'boolean' },
  prepare: { type: 'boolean' },
  help: { type: 'boolean' },
};

/**
 * @param {string[]} args
 * @returns {{ filters: string[], service: boolean, prepare: boolean, help: boolean }}
 */
export function readArguments(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new EnvironmentProblem(`${error.message}\n\n${USAGE}`);
  }
  const { values, positionals: filters } = parsed;
  const service = values['no-service'] ? false : (values.service ?? filters.length === 0);
  return { filters, service, prepare: values.prepare ?? false, help: values.help ?? false };
}
