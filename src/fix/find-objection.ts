import type { Report } from '../validate/diagnostic.js';
import type { RuleId } from '../validate/rules/catalogue.js';
import type { Draft } from './draft.js';

/** Why a change is not to be made, seeing the reports before and after it; undefined for one that does what it is for. */
export function findObjection(
  draft: Draft,
  rule: RuleId,
  file: string,
  before: Report,
  after: Report,
): string | undefined {
  const files = new Set([file, ...draft.fixed.map(({ location }) => location.file)]);
  const [old, now] = [countRules(before, files), countRules(after, files)];
  if ((now.get(rule) ?? 0) > (old.get(rule) ?? 0) - draft.fixed.length) return 'the finding would stay';
  const added = [...now].find(([id, count]) => count > (old.get(id) ?? 0));
  return added && `it would bring a finding of ${added[0]}`;
}

function countRules({ diagnostics }: Report, files: ReadonlySet<string>): Map<RuleId, number> {
  const counts = new Map<RuleId, number>();
  for (const { ruleId, location } of diagnostics) {
    if (files.has(location.file)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return counts;
}
