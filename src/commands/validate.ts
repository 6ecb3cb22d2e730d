import path from 'node:path';
import { UsageError } from '../errors.js';
import { startProgress } from '../progress.js';
import { formatJson } from '../reporters/json.js';
import { formatText } from '../reporters/text.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';
import { diskAccess } from '../validate/file-access.js';
import { validate } from '../validate/validate.js';

/** Validates the given paths, or `./.claude`; errors make the exit code 1, warnings do not. */
export async function validateCommand(
  environment: Environment,
  paths: readonly string[],
  options: { format: 'text' | 'json' },
): Promise<ExitCode> {
  const { cwd } = environment;
  if (paths.length === 0 && !diskAccess.stat(path.join(cwd, '.claude'))) {
    throw new UsageError(`There is no .claude folder in ${cwd}.`, 'Run "install" first, or name what to validate.');
  }
  const chosen = (paths.length > 0 ? paths : ['.claude']).map((file) => path.resolve(cwd, file));
  const progress = await startProgress(environment, 'validate');
  const report = validate({ paths: chosen, cwd, access: diskAccess, onProgress: progress.update });
  progress.stop();
  const text =
    options.format === 'json' ? formatJson(report) : formatText(report, { colour: wantsColour(environment) });
  environment.stdout.write(text);
  return report.summary.errors > 0 ? EXIT.findings : EXIT.clean;
}
