import { LineMap, type Location } from '../definition/location.js';
import { type Finding, finding } from './finding.js';
import { nearest } from './nearest.js';
import { isRuleId, RULE_IDS, type RuleId } from './rules/catalogue.js';

const MARK = 'backend-system-architect: disable';
const LINE = /(?:#|<!--)[ \t]*backend-system-architect: disable[ \t]+([^\n]*)/g;

/** Rules that a comment in a file turns off for that file, and where the comment names each. */
interface Suppressions {
  rules: Map<RuleId, Location>;
  unknown: { name: string; location: Location }[];
}

/**
 * Drops the findings that comments of the file turn off: `# backend-system-architect: disable rule-a, rule-b -- why` in
 * frontmatter or a script, the same in `<!-- -->` in Markdown. A comment that names no rule, or that turns nothing off, is
 * a finding of its own.
 */
export function suppress(findings: readonly Finding[], text: string): Finding[] {
  const own = findings.filter(({ ruleId, source }) => source === undefined || !isSuppressed(ruleId, source.text));
  if (!text.includes(MARK)) return own;
  const { rules, unknown } = readSuppressions(text);
  const used = new Set(own.flatMap(({ ruleId, source }) => (source === undefined ? ruleId : [])));
  const idle = [...rules].filter(([rule]) => !used.has(rule));
  return [
    ...own.filter(({ ruleId, source }) => source !== undefined || !rules.has(ruleId)),
    ...idle.map(([rule, location]) => finding('suppression-unused', location, { rule })),
    ...unknown.map(({ name, location }) =>
      finding('suppression-unknown', location, { name, nearest: nearest(name, RULE_IDS) }),
    ),
  ];
}

/** A finding in another file, such as a script, is turned off there. */
function isSuppressed(ruleId: RuleId, text: string): boolean {
  return text.includes(MARK) && readSuppressions(text).rules.has(ruleId);
}

function readSuppressions(text: string): Suppressions {
  const lines = new LineMap(text);
  const found: Suppressions = { rules: new Map(), unknown: [] };
  for (const match of text.matchAll(LINE)) {
    const [list = ''] = (match[1] ?? '').split(/--/, 1);
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    for (const { 0: name, index } of list.matchAll(/[^\s,]+/g)) {
      const location = lines.locate(start + index);
      if (isRuleId(name)) found.rules.set(name, location);
      else found.unknown.push({ name, location });
    }
  }
  return found;
}
