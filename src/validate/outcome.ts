import { plural } from '../plural.js';
import type { Report } from './diagnostic.js';

export interface Limits {
  /** Warnings fail, too. */
  strict?: boolean | undefined;
  /** More warnings than this fail. */
  maxWarnings?: number | undefined;
}

/** Why a report fails, in words; undefined for one that passes. Errors always fail, notes never do. */
export function findFailure({ summary }: Report, { strict, maxWarnings }: Limits): string | undefined {
  if (summary.errors > 0) return plural(summary.errors, 'error');
  if (strict && summary.warnings > 0) return `${plural(summary.warnings, 'warning')}, and --strict allows none`;
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    return `${plural(summary.warnings, 'warning')}, and at most ${maxWarnings} are allowed`;
  }
  return undefined;
}
