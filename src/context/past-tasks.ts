import { childPath } from '../child-path.js';
import { writeAtomically } from './atomic-write.js';
import { fileNamePart } from './file-name.js';
import type { Decision } from './schemas/decisions.js';
import type { PastTask } from './schemas/past-task.js';
import type { SessionState } from './schemas/session-state.js';

/** So many completed tasks stay in the state: each hook reads it when an agent starts or stops, and the agent does, too. */
export const MOST_TASKS = 5;

export const HISTORY = 'session/history';

/**
 * Moves the oldest completed tasks of a state into files of their own, a run each. A kill before the state is written leaves
 * them in both places, where a run counts once; the next writer moves them again.
 *
 * @returns the state without them
 */
export function movePastTasks(contextFolder: string, state: SessionState): SessionState {
  const { past, rest } = takePastTasks(state);
  for (const entry of past) {
    const file = childPath(contextFolder, ...HISTORY.split('/'), `${fileNamePart(entry.task.run)}.json`);
    writeAtomically(file, `${JSON.stringify(entry, null, 2)}\n`);
  }
  return rest;
}

/** A task whose run has no name, as older shapes have it, or another task, stays: a file could not be named for it. */
function takePastTasks(state: SessionState): { past: PastTask[]; rest: SessionState } {
  const { tasks_completed, tasks_pending, agent_decisions } = state;
  const surplus = tasks_completed.slice(0, Math.max(0, tasks_completed.length - MOST_TASKS));
  const all = [...tasks_completed, ...tasks_pending].map(({ run }) => run);
  const tasks = surplus.filter(({ run }) => run !== '' && all.indexOf(run) === all.lastIndexOf(run));
  if (tasks.length === 0) return { past: [], rest: state };
  const runs = new Set(tasks.map(({ run }) => run));
  const decisions = Object.values(agent_decisions).flat();
  const kept = Object.entries(agent_decisions).map(([agent, own]) => [agent, own.filter(({ run }) => !runs.has(run))]);
  return {
    past: tasks.map((task) => ({
      $schema: 'past-task/1',
      task,
      decisions: decisions.filter(({ run }) => run === task.run),
    })),
    rest: {
      ...state,
      agent_decisions: Object.fromEntries(kept),
      tasks_completed: tasks_completed.filter(({ run }) => !runs.has(run)),
    },
  };
}

/** A state as if nothing had been moved out of it; a run that is in both counts as the state has it. */
export function withPastTasks(state: SessionState, past: readonly PastTask[]): SessionState {
  const known = new Set([...state.tasks_completed, ...state.tasks_pending].map(({ run }) => run));
  const earlier = past
    .filter(({ task }) => !known.has(task.run))
    .sort((a, b) => (a.task.at < b.task.at ? -1 : a.task.at > b.task.at ? 1 : 0));
  const decided = new Map<string, Decision[]>();
  const add = (agent: string, decisions: Decision[]) =>
    decided.set(agent, [...(decided.get(agent) ?? []), ...decisions]);
  for (const { task, decisions } of earlier) add(task.agent, decisions);
  for (const [agent, decisions] of Object.entries(state.agent_decisions)) add(agent, decisions);
  return {
    ...state,
    agent_decisions: Object.fromEntries(decided),
    tasks_completed: [...earlier.map(({ task }) => task), ...state.tasks_completed],
  };
}
