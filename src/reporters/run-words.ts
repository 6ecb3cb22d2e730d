import type { Budgets, Run } from '../activity/activity.js';
import { plural } from '../plural.js';

/** What a run is called; the text is foreign and still to be escaped. */
export function nameRun({ feature }: Pick<Run, 'feature'>): string {
  if (typeof feature === 'string' && feature.trim() !== '') return feature;
  return feature === null || feature === undefined || feature === '' ? 'Unnamed run' : JSON.stringify(feature);
}

/** The tool calls of a run against the budgets, in words that are still to be escaped. */
export function describeToolCalls({ verdict, toolCalls, agent }: Run, budgets: Budgets): string {
  if (!toolCalls) return 'tool calls not counted';
  const { count, complete, budget } = toolCalls;
  const calls = `${complete ? '' : 'at least '}${plural(count, 'tool call')}`;
  const limit = budget && (budget.max === undefined ? budget.task : `${budget.task}: up to ${budget.max}`);
  switch (verdict) {
    case 'kept':
      return `${calls}, within budget (${limit})`;
    case 'uncertain':
      return `${calls}, which may be more than the budget (${limit})`;
    case 'over': {
      const largest = largestBudget(budgets, agent);
      return `${calls}, over the largest budget${largest === undefined ? '' : ` (${largest})`}`;
    }
    case 'no-budgets':
      return `${calls}; the agent has no budgets`;
    case 'not-counted':
      return 'tool calls not counted';
  }
}

/** How many calls the largest budget of an agent allows; undefined where it has none that is known. */
export function largestBudget(budgets: Budgets, agent: string): number | undefined {
  const own = Object.hasOwn(budgets, agent) ? budgets[agent] : undefined;
  return own && own.length > 0 ? Math.max(...own.map(({ max }) => max)) : undefined;
}
