import { expect, test } from 'vitest';
import { listDecisions } from '../../src/activity/decisions.js';
import type { SessionState } from '../../src/context/schemas/session-state.js';

const at = '2026-01-02T03:04:05Z';
const held = (run: string, decision: string) => ({ agent: 'architect', run, at, decision });
const state: SessionState = {
  $schema: 'session-state/1',
  agent_decisions: {
    architect: [held('first', 'UUID keys'), held('second', 'UUID keys'), held('second', 'Soft delete')],
  },
  tasks_completed: [],
  tasks_pending: [],
};
const standings = (active: { decision: string; run: string }[] | undefined) => {
  const decisions = active?.map(({ run, decision }) => held(run, decision));
  const listed = listDecisions(state, decisions && { $schema: 'decisions/1', decisions }, () => undefined);
  return listed.map(({ decision, standing }) => [decision, standing]);
};

test('a decision that is active once stands in every run that stated it', () => {
  expect(standings([{ run: 'first', decision: 'UUID keys' }])).toEqual([
    ['UUID keys', 'active'],
    ['UUID keys', 'active'],
    ['Soft delete', 'withdrawn'],
  ]);
  expect(standings(undefined).map(([, standing]) => standing)).toEqual(['unknown', 'unknown', 'unknown']);
});
