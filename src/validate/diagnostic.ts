import type { Location } from '../definition/location.js';
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
  location: Location & { file: string };
  /** How to put it right. */
  help: string;
}

export interface Report {
  diagnostics: Diagnostic[];
  summary: { files: number; errors: number; warnings: number; infos: number };
}
