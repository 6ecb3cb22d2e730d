import type { Activity, BudgetVerdict, Moment } from './activity.js';

/** What there is of each thing. */
export interface Figures {
  runs: { completed: number; pending: number };
  endpoints: number;
  models: number;
  decisions: { active: number; all: number };
  handoffs: { pending: number; closed: number };
  budgets: Record<BudgetVerdict, number>;
  /** How many runs changed files outside the Boundaries, and how many files they name. */
  outside: { runs: number; files: number };
  /** The first and the last time on record. */
  first?: Moment;
  last?: Moment;
}

export function countActivity({ runs, endpoints, models, decisions, handoffs }: Activity): Figures {
  const completed = runs.filter(({ standing }) => standing === 'completed').length;
  const pending = handoffs.filter(({ status }) => status === 'pending').length;
  const strayed = runs.filter(({ outside }) => outside.length > 0);
  const dated = runs.map(({ at }) => at).filter(({ iso }) => iso !== undefined);
  const [last, first] = [dated[0], dated.at(-1)];
  const budgets: Figures['budgets'] = { kept: 0, over: 0, uncertain: 0, 'no-budgets': 0, 'not-counted': 0 };
  for (const { verdict } of runs) budgets[verdict] += 1;
  return {
    runs: { completed, pending: runs.length - completed },
    endpoints: endpoints.length,
    models: models.length,
    decisions: { active: decisions.filter(({ standing }) => standing === 'active').length, all: decisions.length },
    handoffs: { pending, closed: handoffs.length - pending },
    budgets,
    outside: { runs: strayed.length, files: new Set(strayed.flatMap(({ outside }) => outside)).size },
    ...(first && last ? { first, last } : {}),
  };
}

/** Whether there is nothing to show: neither a record nor a file that should hold one. */
export function isEmpty({ runs, decisions, handoffs, more, faults, keptAside }: Activity): boolean {
  const lists = [runs, decisions, handoffs, Object.keys(more), faults, keptAside];
  return lists.every(({ length }) => length === 0);
}
