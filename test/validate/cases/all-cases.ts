import type { RuleId } from '../../../src/validate/rules/catalogue.js';
import { agentCases } from './agent-cases.js';
import { configCases } from './config-cases.js';
import { fileCases } from './file-cases.js';
import { hookCases } from './hook-cases.js';
import type { RuleCase } from './rule-case.js';
import { sectionCases } from './section-cases.js';
import { skillCases } from './skill-cases.js';

/** A case for every rule of the catalogue. */
export const ALL_CASES: Record<RuleId, RuleCase> = {
  ...fileCases,
  ...agentCases,
  ...hookCases,
  ...sectionCases,
  ...skillCases,
  ...configCases,
};
