import { findCodeFences } from '../definition/fences.js';
import { LineMap, type Location } from '../definition/location.js';
import { type Finding, finding } from './finding.js';
import { nearest } from './nearest.js';
import { isRuleId, RULE_IDS, type RuleId } from './rules/catalogue.js';
import { mayHaveSuppressions } from './suppression-mark.js';

const LINE = /(?:#|<!--)[ \t]{0,20}backend-system-architect: disable([^\n]*)/g;

/** Rules that a comment in a file turns off for that file, and where the comment names each. */
export interface Suppressions {
  rules: ReadonlyMap<RuleId, Location>;
  /** Names of no rule; a comment without any name has an empty one. */
  unknown: { name: string; location: Location }[];
}

/**
 * Reads what comments of a file turn off: `# backend-system-architect: disable rule-a, rule-b -- why` in frontmatter or a
 * script, the same in `<!-- -->` in Markdown, where code blocks are no comments. Undefined for a file without any.
 */
export function readSuppressions(text: string): Suppressions | undefined {
  if (!mayHaveSuppressions(text)) return undefined;
  const lines = new LineMap(text);
  const fences = /^\uFEFF?---/.test(text) ? findCodeFences(text) : [];
  const rules = new Map<RuleId, Location>();
  const unknown: Suppressions['unknown'] = [];
  for (const match of text.matchAll(LINE)) {
    if (fences.some(({ offset, end }) => offset <= match.index && match.index < end)) continue;
    const [list = ''] = (match[1] ?? '').split('--', 1);
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const names = [...list.matchAll(/[^\s,]+/g)];
    if (names.length === 0) unknown.push({ name: '', location: lines.locate(match.index) });
    for (const { 0: name, index } of names) {
      const location = lines.locate(start + index);
      if (isRuleId(name)) rules.set(name, location);
      else unknown.push({ name, location });
    }
  }
  return { rules, unknown };
}

/** What is wrong with the comments themselves: names of no rule, and rules that nothing in the file breaks. */
export function checkSuppressions({ rules, unknown }: Suppressions, used: ReadonlySet<RuleId>): Finding[] {
  const idle = [...rules].filter(([rule]) => !used.has(rule) && rule !== 'suppression-unused');
  return [
    ...idle.map(([rule, location]) => finding('suppression-unused', location, { rule })),
    ...unknown.map(({ name, location }) =>
      finding('suppression-unknown', location, { name, nearest: nearest(name, RULE_IDS) }),
    ),
  ];
}
