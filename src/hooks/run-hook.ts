import { parsePayload } from './payload.js';
import type { HookInput } from './project.js';
import type { HookResult } from './result.js';
import { publishContext } from './stop/context-publisher.js';
import { prepareHandoff } from './stop/handoff-preparer.js';
import { validateOutput } from './stop/output-validator.js';
import { stopHook } from './stop/stop-hook.js';

/** Every hook by the name that its starter script passes on. */
const HOOKS: Record<string, (input: HookInput) => HookResult> = {
  'output-validator': stopHook(validateOutput),
  'context-publisher': stopHook(publishContext),
  'handoff-preparer': stopHook(prepareHandoff),
};

export interface HookCall extends Omit<HookInput, 'payload'> {
  /** Name of the hook to run. */
  name: string;
  /** The client's payload. */
  stdin: string;
}

/** Runs one hook. Whatever goes wrong inside becomes a message to the user: a hook never takes the agent down. */
export function runHook({ name, stdin, ...input }: HookCall): HookResult {
  try {
    const hook = Object.hasOwn(HOOKS, name) ? HOOKS[name] : undefined;
    if (!hook) throw new Error(`there is no hook of that name; there are ${Object.keys(HOOKS).join(', ')}`);
    const payload = parsePayload(stdin);
    if (!payload) throw new Error('the payload on stdin is not a JSON object');
    return hook({ payload, ...input });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'tell-user', message: `${name}: the hook did not run: ${reason}` };
  }
}
