import { readMaxTurns } from '../../../definition/frontmatter-schema.js';
import { findSection } from '../../../definition/markdown.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { checkReport } from '../../../definition/report-contract.js';
import { isAscii } from '../../../is-ascii.js';
import { type Finding, finding } from '../../finding.js';

/** What the body promises: keywords that reach the main session, a contract, an example that keeps it, budgets. */
export function checkSections(definition: AgentDefinition): Finding[] {
  return [...checkKeywords(definition), ...checkOutputFormat(definition), ...checkMaxTurns(definition)];
}

function checkKeywords({ frontmatter, keywords }: AgentDefinition): Finding[] {
  const { description } = frontmatter.values;
  if (typeof description !== 'string' || keywords.length === 0) return [];
  const words = toWords(description);
  const mentions = (keyword: string) =>
    ['', 's', 'es'].some((ending) => words.includes(`${toWords(keyword).trimEnd()}${ending} `));
  const missing = keywords.map(({ value }) => value).filter((keyword) => !mentions(keyword));
  return missing.length > 0 ? [finding('agent-keywords', frontmatter.locate(['description']), { missing })] : [];
}

/** A text as its words in lower case, with a space around each, so that a keyword is found only as words of its own. */
function toWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(isAscii(text) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}

function checkOutputFormat(definition: AgentDefinition): Finding[] {
  const { outputFormat, exampleReport } = definition;
  if (outputFormat.kind === 'absent') return [];
  if (outputFormat.kind === 'invalid') {
    // A sketch of somebody who has no hook for it is no contract.
    if (!isEnforced(definition)) return [];
    return [finding('contract-json', outputFormat.block.textLocation, { reason: outputFormat.reason })];
  }
  if (!exampleReport || !isEnforced(definition)) return [];
  const at = exampleReport.textLocation;
  try {
    const violations = checkReport(outputFormat.contract, JSON.parse(exampleReport.text));
    if (violations.length === 0) return [];
    const words = violations.map(({ pointer, found }) => `${pointer || '(the report)'} (${found})`).join(', ');
    return [finding('example-contract', at, { violations: words })];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [finding('example-contract', at, { violations: `not JSON: ${reason}` })];
  }
}

/** Whether anything holds reports to the Output Format: this package's hook, or a line that says so. */
function isEnforced({ frontmatter, sections }: AgentDefinition): boolean {
  const lines = findSection(sections, 'Output Format')?.lines ?? [];
  return (
    JSON.stringify(frontmatter.values.hooks ?? {}).includes('output-validator') ||
    lines.some(({ text }) => /^\W*enforcement\W*:/i.test(text))
  );
}

/** Turns that a run needs besides those for its tool calls: the report, and two that are sent back. */
const REPORT_TURNS = 3;

function checkMaxTurns({ frontmatter, budgets }: AgentDefinition): Finding[] {
  const maxTurns = readMaxTurns(frontmatter.values.maxTurns) ?? Number.NaN;
  const budget = Math.max(...budgets.map(({ max }) => max));
  const needed = budget + REPORT_TURNS;
  if (budgets.length === 0 || !(maxTurns < needed)) return [];
  return [finding('agent-max-turns', frontmatter.locate(['maxTurns']), { maxTurns, budget, needed })];
}
