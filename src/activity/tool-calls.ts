import type { TaskRecord } from '../context/schemas/outcome.js';
import type { Budgets, BudgetVerdict, ToolCalls } from './activity.js';

/** What was counted of a run, and how it stands to the budgets that its agent has now; none where it has no definition. */
export function readToolCalls(
  recorded: TaskRecord['tool_calls'],
  budgets: Budgets[string] | undefined,
): { verdict: BudgetVerdict; toolCalls?: ToolCalls } {
  if (!recorded) return { verdict: 'not-counted' };
  const { count, complete, budget: task } = recorded;
  const max = budgets?.find((budget) => budget.task === task)?.max;
  const budget = task === null ? undefined : { task, ...(max === undefined ? {} : { max }) };
  const toolCalls = { count, complete, ...(budget ? { budget } : {}) };
  if (budget) return { verdict: complete ? 'kept' : 'uncertain', toolCalls };
  return { verdict: budgets?.length === 0 ? 'no-budgets' : 'over', toolCalls };
}
