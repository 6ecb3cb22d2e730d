import type { RuleId } from '../../../src/validate/rules/catalogue.js';
import type { Setting } from '../diagnose.js';
import type { MemoryFiles } from '../memory-access.js';

/** For a rule the least that breaks it, and a neighbour with which nothing is wrong; the setting is the same for both. */
export interface RuleCase extends Setting {
  breaks: MemoryFiles;
  keeps: MemoryFiles;
  /** What stands at the place of the finding; without it that is the start of the file. */
  at?: string;
  /** Rules of the parts that are broken, where this one speaks of the whole and never breaks alone. */
  alongside?: RuleId[];
}
