import { statementOf } from '../context/active-decisions.js';
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
  const holding = new Set(active?.decisions.map(statementOf));
  const standingOf = (recorded: Decision): RecordedDecision['standing'] =>
    !active ? 'unknown' : holding.has(statementOf(recorded)) ? 'active' : 'withdrawn';
  const reported = state.tasks_completed.flatMap(({ run: id, agent, at, report }) =>
    readDecisions({ kind: 'completed', run: { id, agent, at }, record: {}, report }),
  );
  const all = [...(active?.decisions ?? []), ...Object.values(state.agent_decisions).flat(), ...reported];
  const byName = new Map<string, RecordedDecision>();
  for (const recorded of all) {
    const name = JSON.stringify([recorded.run, statementOf(recorded)]);
    if (!byName.has(name)) byName.set(name, readDecision(recorded, standingOf(recorded), numberOf(recorded.run)));
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
