import { UsageError } from '../errors.js';
import { applyFixes } from '../fix/apply-fixes.js';
import { planFixes } from '../fix/plan-fixes.js';
import { formatFixDiff, formatFixJson } from '../reporters/fix-diff.js';
import { formatFixed, formatNotFixed, formatPreview } from '../reporters/fix-text.js';
import type { ReportFormat } from '../reporters/formats.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import type { ValidateOptions } from '../validate/options.js';

/** Puts right what can be, and says what it changed; the report comes afterwards. */
export async function fix({ stderr }: Environment, request: ValidateOptions): Promise<void> {
  const plan = planFixes(request);
  const changed = await applyFixes(plan, (done) => stderr.write(formatFixed(done)));
  for (const file of [...plan.notFixed, ...changed]) stderr.write(formatNotFixed(file));
}

/**
 * Prints what `--fix` would change, as a diff or as JSON, and writes nothing.
 *
 * @throws {UsageError} for a format that has no place for changes
 */
export function previewFixes(
  { stdout, stderr }: Environment,
  request: ValidateOptions,
  format: ReportFormat,
): ExitCode {
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(
      `--dry-run does not print changes as ${format}.`,
      'Use --format text, which is a diff, or json.',
    );
  }
  const plan = planFixes(request);
  stdout.write(format === 'json' ? formatFixJson(plan) : formatFixDiff(plan));
  for (const file of plan.notFixed) stderr.write(formatNotFixed(file));
  stderr.write(formatPreview(plan));
  return plan.fixes.length > 0 || plan.report.summary.errors > 0 ? EXIT.findings : EXIT.clean;
}
