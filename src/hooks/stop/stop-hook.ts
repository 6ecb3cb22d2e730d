import { type AgentContext, findAgent, type HookInput } from '../project.js';
import type { HookResult } from '../result.js';
import { judgeStop, type Verdict } from './verdict.js';

/** What a Stop hook knows when it runs. */
export interface StopContext extends AgentContext {
  verdict: Verdict;
}

/** Makes a hook of a function of the verdict, which is the same for every Stop hook. */
export function stopHook(handle: (context: StopContext) => HookResult): (input: HookInput) => HookResult {
  return (input) => {
    const context = findAgent(input);
    return handle({ ...context, verdict: judgeStop(context.payload, context.definition.outputFormat) });
  };
}
