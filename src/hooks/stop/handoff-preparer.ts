import { prepareHandoffs } from '../../context/handoff.js';
import { isoTime } from '../../context/iso-time.js';
import { writeHandoff } from '../../context/write-handoff.js';
import { type HookResult, SILENT } from '../result.js';
import { type StopContext, stopHook } from './stop-hook.js';

/** Writes one handoff for each agent that the definition hands this report to. */
export const handoffPreparer = stopHook('handoff-preparer', prepareHandoff);

function prepareHandoff({ run, agent, definition, verdict, contextFolder, now }: StopContext): HookResult {
  if (verdict.kind !== 'accepted') return SILENT;
  const origin = { id: run, agent, at: isoTime(now) };
  for (const handoff of prepareHandoffs(definition.handsOffTo, origin, verdict.report)) {
    writeHandoff(contextFolder, handoff);
  }
  return SILENT;
}
