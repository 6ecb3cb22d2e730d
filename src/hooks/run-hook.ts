import { HOOK_NAMES, type HookName, isHookName } from './hook-names.js';
import { parsePayload } from './payload.js';
import type { HookInput } from './project.js';
import type { HookResult } from './result.js';

type Hook = (input: HookInput) => HookResult | Promise<HookResult>;

/** Every hook by the name that its starter script passes on. Each is loaded only when it runs: a start is half its cost. */
const HOOKS: Record<HookName, () => Promise<Hook>> = {
  'boundary-guard': async () => (await import('./guard/boundary-guard.js')).guardBoundaries,
  'prompt-router': async () => (await import('./prompt/prompt-router.js')).routePrompt,
  'agent-start': async () => (await import('./start/agent-start.js')).startAgent,
  'output-validator': async () => (await import('./stop/output-validator.js')).outputValidator,
  'context-publisher': async () => (await import('./stop/context-publisher.js')).contextPublisher,
  'handoff-preparer': async () => (await import('./stop/handoff-preparer.js')).handoffPreparer,
};

export interface HookCall extends Omit<HookInput, 'payload'> {
  /** Name of the hook to run. */
  name: string;
  /** The client's payload. */
  stdin: string;
}

/** Runs one hook. Whatever goes wrong inside becomes a message to the user: a hook never takes the agent down. */
export async function runHook({ name, stdin, ...input }: HookCall): Promise<HookResult> {
  try {
    if (!isHookName(name)) throw new Error(`there is no hook of that name; there are ${HOOK_NAMES.join(', ')}`);
    const payload = parsePayload(stdin);
    if (!payload) throw new Error('the payload on stdin is not a JSON object');
    const hook = await HOOKS[name]();
    return await hook({ payload, ...input });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'tell-user', message: `${name}: the hook did not run: ${reason}` };
  }
}
