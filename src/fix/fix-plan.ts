import type { Report } from '../validate/diagnostic.js';
import type { RuleId } from '../validate/rules/catalogue.js';

/** What one file becomes. */
export interface FileFix {
  /** Absolute, links resolved. */
  path: string;
  /** Relative to the working directory, with forward slashes. */
  file: string;
  rules: readonly RuleId[];
  /** How many diagnostics it puts right. */
  count: number;
  before: Uint8Array;
  after: Uint8Array;
  /** Whether who may read it may run it from then on. */
  makesExecutable: boolean;
}

/** What could not be put right though the report says that it can, and why. */
export interface NotFixed {
  file: string;
  rules: readonly RuleId[];
  reason: string;
}

/** What `--fix` would do. */
export interface FixPlan {
  /** In the order of their paths. */
  fixes: readonly FileFix[];
  notFixed: readonly NotFixed[];
  /** What a validation would say afterwards. */
  report: Report;
}
