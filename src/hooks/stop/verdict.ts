import type { Enforcement, OutputFormat } from '../../definition/model.js';
import { type Judgement, judgeReport, type Report } from '../../definition/report.js';

/** What becomes of a stop. All hooks start at once, so each asks for the verdict itself and gets the same. */
export type Verdict =
  | { kind: 'accepted'; report: Report }
  | { kind: 'sent-back'; reasons: string[]; example: string }
  | { kind: 'failed'; reasons: string[] }
  | { kind: 'unchecked'; reason: string };

/** How often a report is sent back in one run of the agent. */
export const MAX_SEND_BACKS = 2;

export interface Stop {
  message: string | undefined;
  outputFormat: OutputFormat;
  enforcement: Enforcement;
  /** Counts this stop as one with a broken report, and tells how many there were in this run. */
  countBroken(): number;
}

export function judgeStop({ message, outputFormat, enforcement, countBroken }: Stop): Verdict {
  if (outputFormat.kind === 'absent') return { kind: 'unchecked', reason: 'the definition has no Output Format' };
  if (outputFormat.kind === 'invalid') {
    return { kind: 'unchecked', reason: `the JSON under Output Format cannot be used: ${outputFormat.reason}` };
  }
  if (message === undefined) return { kind: 'unchecked', reason: 'the client did not pass on the last message' };
  const judgement = judgeReport(message, outputFormat.contract);
  if (judgement.kind === 'accepted') return judgement;
  const reasons = explain(judgement);
  if (enforcement === 'advisory' || countBroken() > MAX_SEND_BACKS) return { kind: 'failed', reasons };
  return { kind: 'sent-back', reasons, example: outputFormat.contract.example };
}

const MAX_REASONS = 20;

function explain(judgement: Exclude<Judgement, { kind: 'accepted' }>): string[] {
  switch (judgement.kind) {
    case 'missing':
      return ['The message has no fenced json block.'];
    case 'not-json':
      return [`The last fenced json block is not valid JSON: ${judgement.reason}.`];
    case 'violations': {
      const { violations } = judgement;
      const lines = violations
        .slice(0, MAX_REASONS)
        .map(({ pointer, expected, found }) => `${pointer || '(whole report)'}: expected ${expected}, found ${found}`);
      const more = violations.length - lines.length;
      return more > 0 ? [...lines, `and ${more} more`] : lines;
    }
  }
}
