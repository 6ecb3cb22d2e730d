/** Who did the work, in which run, and when (ISO 8601). */
export interface Run {
  id: string;
  agent: string;
  at: string;
}

export interface CompletedTask {
  run: string;
  agent: string;
  at: string;
  feature: unknown;
  report: Record<string, unknown>;
}

export interface PendingTask {
  run: string;
  agent: string;
  at: string;
  blockers: string[];
}

export interface AgentDecision {
  run: string;
  at: string;
  decision: string;
  reason?: string;
}

/** `.claude/context/session/state.json`. Keys that are not ours stay as they are. */
export interface SessionState {
  $schema: string;
  agent_decisions: Record<string, AgentDecision[]>;
  tasks_completed: CompletedTask[];
  tasks_pending: PendingTask[];
  [other: string]: unknown;
}

export const SESSION_STATE_SCHEMA = 'session-state/1';

export function emptySessionState(): SessionState {
  return { $schema: SESSION_STATE_SCHEMA, agent_decisions: {}, tasks_completed: [], tasks_pending: [] };
}

/** Adds an accepted report; the same run's earlier entries give way, so that a run counts once. */
export function completeTask(state: SessionState, run: Run, report: Record<string, unknown>): SessionState {
  const decisions = (state.agent_decisions[run.agent] ?? []).filter((decision) => decision.run !== run.id);
  const added = readDecisions(report).map((decision) => ({ run: run.id, at: run.at, ...decision }));
  const task: CompletedTask = { run: run.id, agent: run.agent, at: run.at, feature: report.feature ?? null, report };
  return {
    ...withoutRun(state, run.id),
    tasks_completed: [...withoutRun(state, run.id).tasks_completed, task],
    agent_decisions: { ...state.agent_decisions, [run.agent]: [...decisions, ...added] },
  };
}

/** Adds a run that ended without a valid report. */
export function postponeTask(state: SessionState, run: Run, blockers: string[]): SessionState {
  const rest = withoutRun(state, run.id);
  const task: PendingTask = { run: run.id, agent: run.agent, at: run.at, blockers };
  return { ...rest, tasks_pending: [...rest.tasks_pending, task] };
}

function withoutRun(state: SessionState, run: string): SessionState {
  return {
    ...state,
    tasks_completed: state.tasks_completed.filter((task) => task.run !== run),
    tasks_pending: state.tasks_pending.filter((task) => task.run !== run),
  };
}

/** `decisions` of a report: texts, or objects with `decision` and perhaps `reason`. Anything else is passed over. */
function readDecisions({ decisions }: Record<string, unknown>): { decision: string; reason?: string }[] {
  if (!Array.isArray(decisions)) return [];
  return decisions.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [{ decision: entry }];
    if (typeof entry !== 'object' || entry === null) return [];
    const { decision, reason } = entry as Record<string, unknown>;
    if (typeof decision !== 'string') return [];
    return [{ decision, ...(typeof reason === 'string' ? { reason } : {}) }];
  });
}
