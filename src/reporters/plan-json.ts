import type { Operation } from '../install/plan/operation.js';
import type { PlanResult } from './plan-text.js';

/** A carried out, or only planned, command as one JSON document; file contents are left out. */
export function formatPlanJson({ command, repository, version, dryRun, plan, notes }: PlanResult): string {
  const operations = plan.operations.map(({ kind, path, reason }) => ({ kind, path, ...(reason ? { reason } : {}) }));
  const summary: Partial<Record<Operation['kind'], number>> = {};
  for (const { kind } of operations) summary[kind] = (summary[kind] ?? 0) + 1;
  const result = { command, directory: repository, version, dryRun, operations, summary, notes };
  return `${JSON.stringify(result, null, 2)}\n`;
}
