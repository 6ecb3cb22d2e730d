import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HISTORY, MOST_TASKS, movePastTasks, withPastTasks } from '../../src/context/past-tasks.js';
import type { PastTask } from '../../src/context/schemas/past-task.js';
import type { SessionState } from '../../src/context/schemas/session-state.js';

const at = (number: number) => new Date(1_700_000_000_000 + number * 1_000).toISOString();
const agent = fc.constantFrom('a', 'b', '__proto__');
const run = fc.oneof({ weight: 9, arbitrary: fc.nat(60).map(String) }, fc.constant(''));

/** States of up to forty tasks, some of them of one run or of none, and decisions of theirs and of others. */
const states: fc.Arbitrary<SessionState> = fc
  .tuple(
    fc.array(fc.tuple(run, agent), { maxLength: 40, size: 'max' }),
    fc.array(fc.tuple(run, agent, fc.constantFrom('x', 'y')), { maxLength: 30, size: 'max' }),
    fc.array(run, { maxLength: 3 }),
  )
  .map(([tasks, decided, pending]) => {
    const byAgent = new Map<string, SessionState['agent_decisions'][string]>();
    for (const [number, [of, by, decision]] of decided.entries()) {
      byAgent.set(by, [...(byAgent.get(by) ?? []), { agent: by, run: of, at: at(number), decision }]);
    }
    return {
      $schema: 'session-state/1' as const,
      agent_decisions: Object.fromEntries(byAgent),
      tasks_completed: tasks.map(([of, by], number) => {
        return { run: of, agent: by, at: at(number), feature: number, report: { feature: number } };
      }),
      tasks_pending: pending.map((of) => ({ run: of, agent: 'a', at: at(0), blockers: [] })),
      mine: 1,
    };
  });

function readPast(folder: string): PastTask[] {
  try {
    const history = path.join(folder, HISTORY);
    return readdirSync(history).map((name) => JSON.parse(readFileSync(path.join(history, name), 'utf8')));
  } catch {
    return [];
  }
}

/** What is on record, whatever its order. */
function record({ tasks_completed, tasks_pending, agent_decisions, ...others }: SessionState) {
  const sorted = (list: readonly unknown[]) => list.map((entry) => JSON.stringify(entry)).sort();
  return [sorted(tasks_completed), sorted(tasks_pending), sorted(Object.values(agent_decisions).flat()), others];
}

test('of what is put aside nothing is lost, whatever the state holds', () => {
  let moved = 0;
  fc.assert(
    fc.property(states, (state) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'past-'));
      try {
        const rest = movePastTasks(folder, state);
        const past = readPast(folder);
        moved += past.length;
        expect(rest.tasks_completed.slice(-MOST_TASKS)).toEqual(state.tasks_completed.slice(-MOST_TASKS));
        const runs = [...state.tasks_completed, ...state.tasks_pending].map(({ run: of }) => of);
        const unnamed = runs.filter((of) => of === '' || runs.indexOf(of) !== runs.lastIndexOf(of)).length;
        expect(rest.tasks_completed.length).toBeLessThanOrEqual(MOST_TASKS + unnamed);
        expect(record(withPastTasks(rest, past))).toEqual(record(state));
        // As after a kill before the state was written.
        expect(record(withPastTasks(state, past))).toEqual(record(state));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 300 },
  );
  expect(moved).toBeGreaterThan(300);
});
