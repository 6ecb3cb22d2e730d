import { agentRules } from './agent-rules.js';
import { fileRules } from './file-rules.js';
import { hookRules } from './hook-rules.js';
import type { Effect, Rule, Severity } from './rule.js';
import { sectionRules } from './section-rules.js';
import { skillRules } from './skill-rules.js';

export type { Effect } from './rule.js';

/** THE catalogue: every rule there is, each with what the client makes of the defect and how it is worded. */
export const catalogue = { ...fileRules, ...agentRules, ...hookRules, ...sectionRules, ...skillRules };

export type RuleId = keyof typeof catalogue;

/** What a check of this rule has to find out. */
export type RuleData<Id extends RuleId> = (typeof catalogue)[Id] extends Rule<infer Data> ? Data : never;

const SEVERITIES: Record<Effect, Severity> = {
  'not loaded': 'error',
  ignored: 'error',
  degraded: 'warning',
  risky: 'warning',
  style: 'info',
};

export function severityOf(effect: Effect): Severity {
  return SEVERITIES[effect];
}
