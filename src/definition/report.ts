import { findCodeFences } from './fences.js';
import { checkReport, type ReportContract, type Violation } from './report-contract.js';

export type Report = Record<string, unknown>;

/** How a message holds against the report contract. */
export type Judgement =
  | { kind: 'accepted'; report: Report }
  | { kind: 'missing' }
  | { kind: 'not-json'; reason: string }
  | { kind: 'violations'; violations: Violation[] };

/**
 * Judges the last `json` block of a message; without one, the last block without a language that holds a JSON object.
 * The output validator, the context publisher and the handoff preparer all decide by this function.
 */
export function judgeReport(message: string, contract: ReportContract): Judgement {
  const fences = findCodeFences(message);
  const block =
    fences.findLast(({ language }) => language === 'json') ??
    fences.findLast(({ language, text }) => language === '' && text.trimStart().startsWith('{'));
  if (!block) return { kind: 'missing' };
  const excess = findExcess(block.text);
  if (excess) return { kind: 'violations', violations: [{ pointer: '', ...excess }] };
  let report: unknown;
  try {
    report = JSON.parse(block.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'not-json', reason: block.closed ? reason : `${reason} (the block is never closed)` };
  }
  const violations = checkReport(contract, report);
  return violations.length > 0 ? { kind: 'violations', violations } : { kind: 'accepted', report: report as Report };
}

/** Above these a report is no summary any more, and would make every later reader of the session state suffer. */
const MAX_CHARACTERS = 262_144;
const MAX_DEPTH = 64;

function findExcess(text: string): { expected: string; found: string } | undefined {
  if (text.length > MAX_CHARACTERS) {
    return { expected: `at most ${MAX_CHARACTERS} characters`, found: `${text.length}` };
  }
  // Whether they stand in a text or not, with so few of them it cannot be too deep.
  if (text.split('{').length + text.split('[').length - 2 <= MAX_DEPTH) return undefined;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return { expected: `at most ${MAX_DEPTH} levels`, found: 'more' };
  }
  return undefined;
}
