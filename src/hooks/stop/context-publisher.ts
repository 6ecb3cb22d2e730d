import { publishOutcome } from '../../context/publish.js';
import type { Outcome, TaskRecord } from '../../context/schemas.js';
import { type HookResult, SILENT } from '../result.js';
import type { StopContext } from './stop-hook.js';
import { countToolCalls, findBudget } from './tool-calls.js';

/** Records an accepted report as a completed task with its decisions, a failed run as a pending one with its blockers. */
export function publishContext(context: StopContext): HookResult {
  const { agent, verdict, contextFolder, now } = context;
  if (verdict.kind === 'sent-back' || verdict.kind === 'unchecked') return SILENT;
  const run = { id: context.run, agent, at: now.toISOString() };
  const { record, notes } = observeRun(context);
  const outcome: Outcome =
    verdict.kind === 'accepted'
      ? { kind: 'completed', run, record, report: verdict.report }
      : { kind: 'pending', run, record, blockers: verdict.reasons };
  notes.push(...publishOutcome(contextFolder, outcome));
  if (notes.length === 0) return SILENT;
  return { kind: 'tell-user', message: `context-publisher: ${agent}: ${notes.join('; ')}.` };
}

/** What the run did, as far as the record and the user should know. */
function observeRun({ payload, definition }: StopContext): { record: TaskRecord; notes: string[] } {
  const record: TaskRecord = {};
  const notes: string[] = [];
  const calls = payload.transcript === undefined ? undefined : countToolCalls(payload.transcript);
  if (calls) {
    const budget = findBudget(calls.count, definition.budgets);
    record.tool_calls = { ...calls, budget: budget?.task ?? null };
    if (!budget && definition.budgets.length > 0) {
      const largest = Math.max(...definition.budgets.map(({ max }) => max));
      notes.push(`${calls.count} tool calls, over the largest budget of Resource Scaling (${largest})`);
    }
  }
  return { record, notes };
}
