import type { Decision, Decisions } from '../context/schemas/decisions.js';
import type { SessionState } from '../context/schemas/session-state.js';
import { readDecisions } from '../context/session-state.js';
import type { RecordedDecision } from './activity.js';
import { compareMoments, readMoment } from './moment.js';
import { omit } from './omit.js';

/**
 * Every decision on record, newest first: those that are active, those of the session state, those of the reports.
 * `active` is undefined where the file of active decisions cannot be read.
 */
export function listDecisions(
  state: SessionState,
  active: Decisions | undefined,
  numberOf: (run: string) => number | undefined,
): RecordedDecision[] {
  const past = active ? 'withdrawn' : 'unknown';
  const reported = state.tasks_completed.flatMap(({ run: id, agent, at, report }) =>
    readDecisions({ kind: 'completed', run: { id, agent, at }, record: {}, report }),
  );
  const sources: [RecordedDecision['standing'], Decision[]][] = [
    ['active', active?.decisions ?? []],
    [past, Object.values(state.agent_decisions).flat()],
    [past, reported],
  ];
  const byName = new Map<string, RecordedDecision>();
  for (const [standing, decisions] of sources) {
    for (const recorded of decisions) {
      const name = JSON.stringify([recorded.agent, recorded.run, recorded.decision, recorded.reason]);
      if (!byName.has(name)) byName.set(name, readDecision(recorded, standing, numberOf(recorded.run)));
    }
  }
  return [...byName.values()].sort((a, b) => compareMoments(b.at, a.at));
}

const KEYS = ['agent', 'at', 'decision', 'reason'];

function readDecision(
  recorded: Decision,
  standing: RecordedDecision['standing'],
  run: number | undefined,
): RecordedDecision {
  const { agent, at, decision, reason } = recorded;
  return {
    agent,
    ...(run === undefined ? {} : { run }),
    at: readMoment(at),
    decision,
    ...(reason === undefined ? {} : { reason }),
    standing,
    more: omit(recorded, [...(run === undefined && recorded.run !== '' ? [] : ['run']), ...KEYS]),
  };
}
