import { UsageError } from '../errors.js';
import { plural } from '../plural.js';
import type { Report } from '../validate/diagnostic.js';
import type { Finding } from './finding.js';
import type { Installation } from './installation.js';

const COMMANDS: Record<Installation['scope'], string> = { project: 'validate', user: 'validate ~/.claude' };

/** What the validator says about the installation, in one finding; `run` throws a `UsageError` where it cannot. */
export async function checkDefinition(run: () => Promise<Report>, scope: Installation['scope']): Promise<Finding> {
  let report: Report;
  try {
    report = await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { check: 'definition', status: 'problem', message: error.message, remedy: error.help };
  }
  const { errors, warnings, files } = report.summary;
  if (errors + warnings === 0) {
    return { check: 'definition', status: 'ok', message: `${plural(files, 'file')} validated without an error.` };
  }
  return {
    check: 'definition',
    status: errors > 0 ? 'problem' : 'warning',
    message: `${plural(files, 'file')} validated: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
    remedy: `Run "${COMMANDS[scope]}" to see each with its remedy.`,
  };
}
