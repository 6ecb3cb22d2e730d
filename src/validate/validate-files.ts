import type { Report } from './diagnostic.js';
import type { LargeOptions } from './large/validate-large.js';
import { rememberAnswers } from './remember-answers.js';
import { checkAll, Validation } from './validation.js';

/** With fewer files nothing helps that has to be read first. */
const LARGE = 500;

/**
 * Validates as `validate` does, however many files there are.
 *
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export async function validateFiles(options: LargeOptions): Promise<Report> {
  const access = rememberAnswers(options.access);
  const validation = new Validation(options, access);
  if (validation.targets.length < LARGE) return checkAll(validation, options.onProgress);
  const { validateLarge } = await import('./large/validate-large.js');
  return validateLarge(options, access, validation.targets);
}
