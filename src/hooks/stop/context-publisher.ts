import { completeTask, postponeTask } from '../../context/session-state.js';
import { updateSessionState } from '../../context/session-store.js';
import { runId } from '../payload.js';
import { type HookResult, SILENT } from '../result.js';
import type { StopContext } from './stop-hook.js';

/** Records an accepted report as a completed task, a failed run as a pending one with what stood in its way. */
export function publishContext({ payload, agent, verdict, contextFolder, now }: StopContext): HookResult {
  const run = { id: runId(payload), agent, at: now.toISOString() };
  if (verdict.kind === 'accepted') {
    updateSessionState(contextFolder, (state) => completeTask(state, run, verdict.report));
  } else if (verdict.kind === 'failed') {
    updateSessionState(contextFolder, (state) => postponeTask(state, run, verdict.reasons));
  }
  return SILENT;
}
