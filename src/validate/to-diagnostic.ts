import type { Diagnostic, Severity } from './diagnostic.js';
import type { Lines } from './excerpt.js';
import type { Finding } from './finding.js';
import { catalogue } from './rules/catalogue.js';
import type { Rule } from './rules/rule.js';

/** Words a finding. `display` and `about` are paths as they are shown. */
export function toDiagnostic(
  found: Finding,
  severity: Severity,
  { display, about, lines }: { display: string; about?: string | undefined; lines: Lines },
): Diagnostic {
  const { ruleId, data, location } = found;
  const rule: Rule<never> = catalogue[ruleId];
  // `finding` has tied the data to the rule; the table, looked up by a union of ids, cannot know it again.
  const facts = data as never;
  const excerpt = lines.excerpt(location);
  return {
    ruleId,
    severity,
    effect: rule.effect,
    message: rule.message(facts),
    location: { file: display, ...location },
    help: rule.help(facts),
    page: `docs/rules/${ruleId}.md`,
    fixable: rule.fixable?.(facts) ?? false,
    ...(about === undefined ? {} : { about }),
    ...(excerpt ? { excerpt } : {}),
  };
}
