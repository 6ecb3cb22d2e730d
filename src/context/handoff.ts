import type { HandoffRule } from '../definition/model.js';
import type { Run } from './session-state.js';

/** `.claude/context/handoffs/<id>.json`: work that one agent leaves to another. */
export interface Handoff {
  $schema: string;
  id: string;
  from: string;
  to: string;
  purpose: string;
  run: string;
  /** ISO 8601. */
  created_at: string;
  status: 'pending';
  feature: unknown;
  /** The keys of the report that the definition hands over, or the whole report. */
  payload: Record<string, unknown>;
}

export const HANDOFF_SCHEMA = 'handoff/1';

/** One handoff for each rule whose part of the report holds something. */
export function prepareHandoffs(rules: readonly HandoffRule[], run: Run, report: Record<string, unknown>): Handoff[] {
  return rules.flatMap((rule) => {
    const payload = selectPayload(rule, report);
    if (!payload) return [];
    const { agent: to, purpose } = rule;
    const id = [run.at.replace(/\D/g, ''), run.agent, to, run.id].map(fileNamePart).join('-');
    const { id: runId, agent: from, at } = run;
    const feature = report.feature ?? null;
    return [
      {
        $schema: HANDOFF_SCHEMA,
        id,
        from,
        to,
        purpose,
        run: runId,
        created_at: at,
        status: 'pending',
        feature,
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

function fileNamePart(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 64) || '_';
}
