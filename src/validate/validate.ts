import type { Report } from './diagnostic.js';
import { DiagnosticLog } from './diagnostic-log.js';
import type { ValidateOptions } from './options.js';
import { rememberAnswers } from './remember-answers.js';
import { Validation } from './validation.js';

/**
 * Validates agents, skills and what registers them as the client would load them.
 *
 * @returns diagnostics in the order of file, line, column and rule
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function validate(options: ValidateOptions): Report {
  const validation = new Validation(options, rememberAnswers(options.access));
  const log = new DiagnosticLog(options);
  for (const check of validation.checkAll(options.onProgress)) validation.tell(log, check);
  for (const twin of validation.findTwins()) log.takeTwin(twin);
  return validation.finish(log);
}
