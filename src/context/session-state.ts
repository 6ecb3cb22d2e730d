import { childPath } from '../child-path.js';
import type { FileKind } from './json-store.js';
import { migrateSessionState } from './migrate.js';
import type { Decision } from './schemas/decisions.js';
import type { Outcome } from './schemas/outcome.js';
import type { SessionState } from './schemas/session-state.js';

export const sessionStateKind: FileKind<SessionState> = {
  schema: 'session-state',
  migrate: migrateSessionState,
  empty: () => ({ $schema: 'session-state/1', agent_decisions: {}, tasks_completed: [], tasks_pending: [] }),
};

export function sessionStateFile(contextFolder: string): string {
  return childPath(contextFolder, 'session', 'state.json');
}

/** Adds what became of a run; the same run's earlier entries give way, so that a run counts once. */
export function addOutcome(state: SessionState, outcome: Outcome): SessionState {
  const { run, record } = outcome;
  const rest = withoutRun(state, run.id);
  const origin = { run: run.id, agent: run.agent, at: run.at };
  if (outcome.kind === 'pending') {
    return { ...rest, tasks_pending: [...rest.tasks_pending, { ...origin, blockers: outcome.blockers, ...record }] };
  }
  const { report } = outcome;
  const decisions = (state.agent_decisions[run.agent] ?? []).filter((decision) => decision.run !== run.id);
  return {
    ...rest,
    agent_decisions: { ...state.agent_decisions, [run.agent]: [...decisions, ...readDecisions(outcome)] },
    tasks_completed: [...rest.tasks_completed, { ...origin, feature: report.feature ?? null, ...record, report }],
  };
}

function withoutRun(state: SessionState, run: string): SessionState {
  return {
    ...state,
    tasks_completed: state.tasks_completed.filter((task) => task.run !== run),
    tasks_pending: state.tasks_pending.filter((task) => task.run !== run),
  };
}

/** `decisions` of a report: texts, or objects with `decision` and perhaps `reason`. Anything else is passed over. */
export function readDecisions(outcome: Outcome): Decision[] {
  if (outcome.kind === 'pending') return [];
  const { run } = outcome;
  const { decisions } = outcome.report;
  if (!Array.isArray(decisions)) return [];
  return decisions.flatMap((entry: unknown) => {
    const origin = { agent: run.agent, run: run.id, at: run.at };
    if (typeof entry === 'string') return [{ ...origin, decision: entry }];
    if (typeof entry !== 'object' || entry === null) return [];
    const { decision, reason } = entry as Record<string, unknown>;
    if (typeof decision !== 'string') return [];
    return [{ ...origin, decision, ...(typeof reason === 'string' ? { reason } : {}) }];
  });
}
