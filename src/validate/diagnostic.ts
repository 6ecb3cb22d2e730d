import type { Location } from '../definition/location.js';
import type { Excerpt } from './excerpt.js';
import type { Effect, RuleId } from './rules/catalogue.js';
import type { Severity } from './rules/rule.js';

export type { Severity } from './rules/rule.js';

/** One thing that is wrong in one place, worded for a person. */
export interface Diagnostic {
  ruleId: RuleId;
  severity: Severity;
  /** What the client makes of it. */
  effect: Effect;
  message: string;
  /** The file is relative to the working directory, with forward slashes. */
  location: Location & { file: string };
  /** How to put it right. */
  help: string;
  /** The rule's page, relative to the package; `explain` prints it. */
  page: string;
  /** Whether `--fix` puts it right. */
  fixable: boolean;
  /** The file that has to change, where that is not the one of the location; like that one relative. */
  about?: string;
  excerpt?: Excerpt;
}

export interface Report {
  /** In the order of file, line, column and rule. */
  diagnostics: Diagnostic[];
  summary: { files: number; errors: number; warnings: number; infos: number };
}
