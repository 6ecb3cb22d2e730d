import { Attempts } from '../../context/attempts.js';
import { makeContextFolder } from '../../context/ignore.js';
import type { Enforcement } from '../../definition/model.js';
import { runId } from '../payload.js';
import { type AgentContext, findAgent, type HookInput } from '../project.js';
import type { HookResult } from '../result.js';
import { judgeStop, type Verdict } from './verdict.js';

/** What a Stop hook knows when it runs. */
export interface StopContext extends AgentContext {
  run: string;
  verdict: Verdict;
}

/** Set to `advisory` or `required`, for instance under `env` in `.claude/settings.json`, it overrules the definition. */
const ENFORCEMENT_VARIABLE = 'BACKEND_SYSTEM_ARCHITECT_REPORT';

/** Makes a hook of a function of the verdict, which is the same for every Stop hook. */
export function stopHook(
  name: string,
  handle: (context: StopContext) => HookResult | Promise<HookResult>,
): (input: HookInput) => Promise<HookResult> {
  return async (input) => {
    const context = findAgent(input);
    const { payload, definition, contextFolder } = context;
    tryMakeContext(contextFolder);
    const run = runId(payload);
    const attempts = new Attempts(contextFolder, run, name);
    const verdict = judgeStop({
      message: payload.lastMessage,
      outputFormat: definition.outputFormat,
      enforcement: readEnforcement(input.env[ENFORCEMENT_VARIABLE]) ?? definition.enforcement,
      countBroken: () => countBroken(attempts, payload.stopHookActive),
    });
    const result = await handle({ ...context, run, verdict });
    if (verdict.kind !== 'sent-back' && payload.stopHookActive) attempts.clear();
    return result;
  };
}

/** Whoever then writes into it says what is wrong with it. */
function tryMakeContext(contextFolder: string): void {
  try {
    makeContextFolder(contextFolder);
  } catch {}
}

/** Where the count cannot be kept, one refusal is all there is: a stop that follows one is the last. */
function countBroken(attempts: Attempts, continues: boolean): number {
  try {
    return attempts.add(continues);
  } catch {
    return continues ? Number.POSITIVE_INFINITY : 1;
  }
}

function readEnforcement(value: string | undefined): Enforcement | undefined {
  return value === 'advisory' || value === 'required' ? value : undefined;
}
