import type { Report } from '../../src/validate/diagnostic.js';
import { type CliResult, cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

/** Runs `validate --format json` of the packed command line in a repository with these files. */
export async function runValidate(files: Record<string, string | Buffer>): Promise<CliResult & { report: Report }> {
  const result = await cli(['validate', '--format', 'json'], { cwd: await makeRepository(files) });
  return { ...result, report: JSON.parse(result.stdout) as Report };
}

/** Each diagnostic as `rule-id line:column`, in the order of the report. */
export function places({ diagnostics }: Report): string[] {
  return diagnostics.map(({ ruleId, location }) => `${ruleId} ${location.line}:${location.column}`);
}
