import type { Location } from '../definition/location.js';
import type { Diagnostic } from './diagnostic.js';
import { catalogue, type RuleData, type RuleId, severityOf } from './rules/catalogue.js';
import type { Rule } from './rules/rule.js';

/** What a check found: the rule, the facts, the place. The catalogue turns it into words. */
export interface Finding {
  ruleId: RuleId;
  data: unknown;
  location: Location;
}

/** Makes a finding; the rule says which facts belong to it. */
export function finding<Id extends RuleId>(ruleId: Id, location: Location, data: RuleData<Id>): Finding {
  return { ruleId, location, data };
}

export function toDiagnostic({ ruleId, data, location }: Finding, file: string): Diagnostic {
  const rule: Rule<never> = catalogue[ruleId];
  // `finding` has tied the data to the rule; the table, looked up by a union of ids, cannot know it again.
  const facts = data as never;
  return {
    ruleId,
    severity: severityOf(rule.effect),
    effect: rule.effect,
    message: rule.message(facts),
    location: { file, ...location },
    help: rule.help(facts),
  };
}
