import { decisionsFile, decisionsKind } from '../context/active-decisions.js';
import { CONTEXT } from '../context/ignore.js';
import { listKeptAside } from '../context/kept-aside.js';
import { HISTORY } from '../context/past-tasks.js';
import type { Decisions } from '../context/schemas/decisions.js';
import type { Handoff } from '../context/schemas/handoff.js';
import type { Outcome } from '../context/schemas/outcome.js';
import type { PastTask } from '../context/schemas/past-task.js';
import type { SessionState } from '../context/schemas/session-state.js';
import { sessionStateFile, sessionStateKind } from '../context/session-state.js';
import type { Fault } from './activity.js';
import { ContextReader } from './context-reader.js';

/** What the hooks have recorded in a repository, in the present shapes. */
export interface Records {
  state: SessionState;
  /** Completed tasks that newer ones have put out of the state. */
  past: PastTask[];
  /** Outcomes of runs that are not in the state yet, oldest first. */
  waiting: Outcome[];
  /** Undefined where the file cannot be used. */
  decisions: Decisions | undefined;
  handoffs: Handoff[];
  faults: Fault[];
  keptAside: string[];
}

/** Reads all that stands in a context folder, and changes nothing there. */
export function readRecords(contextFolder: string): Records {
  const reader = new ContextReader(contextFolder);
  const state = reader.read(sessionStateFile(contextFolder), sessionStateKind) ?? sessionStateKind.empty();
  const past = reader.readAll<PastTask>(HISTORY, { schema: 'past-task' });
  const waiting = reader.readAll<Outcome>('session/inbox', { schema: 'outcome' });
  const decisions = reader.read(decisionsFile(contextFolder), decisionsKind);
  const handoffs = reader.readAll<Handoff>('handoffs', { schema: 'handoff' });
  return {
    state,
    past,
    waiting: waiting.sort((a, b) => (a.run.at < b.run.at ? -1 : a.run.at > b.run.at ? 1 : 0)),
    decisions,
    handoffs,
    faults: reader.faults,
    keptAside: listKeptAside(contextFolder).map((file) => `${CONTEXT}/${file}`),
  };
}
