const run = { id: 'r', agent: 'a', at: '2026-01-01T00:00:00.000Z' };
const decision = { agent: 'a', run: 'r', at: '2026-01-01', decision: 'd', reason: 'because', mine: 1 };
const task = { run: 'r', agent: 'a', at: '2026-01-01' };
const record = { tool_calls: { count: 1, complete: true, budget: null }, outside_boundaries: ['x'] };

/** A context file of each kind. */
export const CONTEXT_EXAMPLES = {
  decisions: { $schema: 'decisions/1', decisions: [decision], mine: [] },
  handoff: {
    ...{ $schema: 'handoff/1', id: 'i', from: 'a', to: 'b', purpose: 'p', run: 'r', created_at: '2026-01-01' },
    ...{ status: 'pending', feature: null, payload: { models_created: [] } },
  },
  outcome: { kind: 'completed', run, record, report: { feature: 'x' } },
  'past-task': {
    $schema: 'past-task/1',
    task: { ...task, ...record, feature: 'f', report: {} },
    decisions: [decision],
    mine: 1,
  },
  'session-state': {
    $schema: 'session-state/1',
    agent_decisions: { a: [decision] },
    tasks_completed: [{ ...task, ...record, feature: 'f', report: {} }],
    tasks_pending: [{ ...task, blockers: ['b'] }],
  },
};
