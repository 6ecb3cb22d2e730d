import type { SessionState } from '../context/schemas/session-state.js';
import { isObject } from '../is-object.js';
import type { Budgets, Run } from './activity.js';
import { splitTexts } from './entries.js';
import { compareMoments, readMoment } from './moment.js';
import { omit } from './omit.js';
import { LIST_KEYS, readReport } from './report-lists.js';
import { readToolCalls } from './tool-calls.js';

/** A task and what became of it. */
export type Task =
  | { standing: 'completed'; task: SessionState['tasks_completed'][number] }
  | { standing: 'pending'; task: SessionState['tasks_pending'][number] };

const RECORD_KEYS = ['run', 'agent', 'at', 'feature', 'tool_calls', 'outside_boundaries'];

/** Oldest first; where times do not tell, in the order of the file. */
export function listTasks({ tasks_completed, tasks_pending }: SessionState): Task[] {
  const tasks: Task[] = [
    ...tasks_completed.map((task) => ({ standing: 'completed' as const, task })),
    ...tasks_pending.map((task) => ({ standing: 'pending' as const, task })),
  ];
  return tasks.sort((a, b) => compareMoments(readMoment(a.task.at), readMoment(b.task.at)));
}

/** The report of a task; a pending one has none. */
export function reportOf({ standing, task }: Task): Record<string, unknown> {
  return standing === 'completed' ? task.report : {};
}

export function readRun(source: Task, number: number, budgets: Budgets): Run {
  const { standing, task } = source;
  const { run: id, agent, at, tool_calls, outside_boundaries = [] } = task;
  const feature = task.feature ?? null;
  const report = reportOf(source);
  const { endpoints, models, middleware } = readReport(report, number);
  const blockers = splitTexts(report.blockers);
  const unread = findUnread(report.decisions);
  return {
    ...{ number, id, agent, at: readMoment(at), standing, feature },
    ...readToolCalls(tool_calls, Object.hasOwn(budgets, agent) ? budgets[agent] : undefined),
    outside: outside_boundaries,
    blockers: [...(standing === 'pending' ? task.blockers : []), ...blockers.texts],
    counts: { endpoints: endpoints.length, models: models.length, middleware: middleware.length },
    more: {
      ...(isSame(report.feature ?? feature, feature) ? {} : { feature: report.feature }),
      ...(blockers.others.length > 0 ? { blockers: blockers.others } : {}),
      ...(unread === undefined ? {} : { decisions: unread }),
      ...omit(report, ['feature', 'blockers', 'decisions', ...Object.values(LIST_KEYS)]),
    },
    record: omit(task, [...RECORD_KEYS, standing === 'completed' ? 'report' : 'blockers']),
  };
}

/** What the decisions of a report hold that the list of decisions does not; undefined where that has it all. */
function findUnread(decisions: unknown): unknown {
  if (!Array.isArray(decisions)) return decisions ?? undefined;
  const unread = decisions.filter((item: unknown) => {
    if (!isObject(item)) return typeof item !== 'string';
    const { decision, reason = '' } = item;
    const isRead = typeof decision === 'string' && typeof reason === 'string';
    return !isRead || Object.keys(omit(item, ['decision', 'reason'])).length > 0;
  });
  return unread.length > 0 ? unread : undefined;
}

/** Whether two values of JSON files are the same, with their keys in the same order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
