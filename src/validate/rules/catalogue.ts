import { agentRules } from './agent-rules.js';
import { configRules } from './config-rules.js';
import { fileRules } from './file-rules.js';
import { hookRules } from './hook-rules.js';
import type { Effect, Rule, Severity } from './rule.js';
import { sectionRules } from './section-rules.js';
import { skillRules } from './skill-rules.js';

export type { Effect } from './rule.js';

/** THE catalogue: every rule there is, each with what the client makes of the defect and how it is worded. */
export const catalogue = { ...fileRules, ...agentRules, ...hookRules, ...sectionRules, ...skillRules, ...configRules };

export type RuleId = keyof typeof catalogue;

export const RULE_IDS = Object.keys(catalogue) as RuleId[];

export function isRuleId(name: string): name is RuleId {
  return Object.hasOwn(catalogue, name);
}

/** What a check of this rule has to find out. */
export type RuleData<Id extends RuleId> = (typeof catalogue)[Id] extends Rule<infer Data> ? Data : never;

const SEVERITIES: Record<Effect, Severity> = {
  'not loaded': 'error',
  ignored: 'error',
  degraded: 'warning',
  risky: 'warning',
  style: 'info',
};

/** What a rule counts for where nothing else is configured: its effect decides. */
export function severityOf(ruleId: RuleId): Severity {
  return SEVERITIES[catalogue[ruleId].effect];
}
