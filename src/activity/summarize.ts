import { withPastTasks } from '../context/past-tasks.js';
import { addOutcome } from '../context/session-state.js';
import type { Activity, Budgets } from './activity.js';
import { listDecisions } from './decisions.js';
import { listHandoffs, type Source } from './handoffs.js';
import { omit } from './omit.js';
import type { Records } from './read-records.js';
import { readReport } from './report-lists.js';
import { listTasks, readRun, reportOf } from './runs.js';

/** What was recorded, as what the agent did. `budgets` are those of the installed definitions. */
export function summarize({ decisions, handoffs, faults, keptAside, ...records }: Records, budgets: Budgets): Activity {
  // What waits in the inbox is on record too; the next hook writes it into the state.
  const state = withPastTasks(records.waiting.reduce(addOutcome, records.state), records.past);
  const tasks = listTasks(state);
  const sources = new Map<string, Source>();
  for (const [index, task] of tasks.entries()) {
    // Older shapes name no run.
    if (task.task.run !== '') sources.set(task.task.run, { number: index + 1, report: reportOf(task) });
  }
  const lists = tasks.map((task, index) => readReport(reportOf(task), index + 1)).reverse();
  const further = {
    'session/state.json': omit(state, ['$schema', 'agent_decisions', 'tasks_completed', 'tasks_pending']),
    'knowledge/decisions/active.json': omit(decisions ?? {}, ['$schema', 'decisions']),
  };
  return {
    runs: tasks.map((task, index) => readRun(task, index + 1, budgets)).reverse(),
    endpoints: lists.flatMap(({ endpoints }) => endpoints),
    models: lists.flatMap(({ models }) => models),
    middleware: lists.flatMap(({ middleware }) => middleware),
    security: lists.flatMap(({ security }) => security),
    tests: lists.flatMap(({ tests }) => tests),
    decisions: listDecisions(state, decisions, (run) => sources.get(run)?.number),
    handoffs: listHandoffs(handoffs, (run) => sources.get(run)),
    budgets,
    more: Object.fromEntries(Object.entries(further).filter(([, value]) => Object.keys(value).length > 0)),
    faults,
    keptAside,
  };
}
