import type { HandoffRule } from '../definition/model.js';
import { fileNamePart } from './file-name.js';
import type { Handoff } from './schemas/handoff.js';
import type { Run } from './schemas/outcome.js';

/** Between the parts of an id: the recipient, the sender, the run. */
export const ID_MARK = '--';

/** One handoff for each rule whose part of the report holds something. Its id names one agent, one run, one recipient. */
export function prepareHandoffs(rules: readonly HandoffRule[], run: Run, report: Record<string, unknown>): Handoff[] {
  return rules.flatMap((rule) => {
    const payload = selectPayload(rule, report);
    if (!payload) return [];
    return [
      {
        $schema: 'handoff/1' as const,
        id: [rule.agent, run.agent, run.id].map(fileNamePart).join(ID_MARK),
        from: run.agent,
        to: rule.agent,
        purpose: rule.purpose,
        run: run.id,
        created_at: run.at,
        status: 'pending' as const,
        feature: report.feature ?? null,
        payload,
      },
    ];
  });
}

function selectPayload(
  { reportKeys }: HandoffRule,
  report: Record<string, unknown>,
): Record<string, unknown> | undefined {
  if (reportKeys.length === 0) return report;
  const filled = reportKeys.filter((key) => Object.hasOwn(report, key) && !isEmpty(report[key]));
  return filled.length > 0 ? Object.fromEntries(filled.map((key) => [key, report[key]])) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
