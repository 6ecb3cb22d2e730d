import type { DefinitionBody } from '../definition/model.js';
import type { StopPayload } from './payload.js';
import type { Verdict } from './verdict.js';

/** What a hook knows when it runs. */
export interface StopContext {
  payload: StopPayload;
  agent: string;
  definition: DefinitionBody;
  verdict: Verdict;
  /** `.claude/context` of the project, as an absolute path. */
  contextFolder: string;
  now: Date;
}

/** What a hook prints for the client; it always exits with 0, as any other code stands in the client's log as an error. */
export type HookResult =
  | { kind: 'silent' }
  /** The agent goes on, with the reason as feedback. */
  | { kind: 'send-back'; reason: string }
  /** The user is shown a message, the agent stops. */
  | { kind: 'tell-user'; message: string };

export type StopHook = (context: StopContext) => HookResult;

export const SILENT: HookResult = { kind: 'silent' };

/** The line that the client (2.1.330) reads on a hook's stdout; none for silence. */
export function formatResult(result: HookResult): string {
  switch (result.kind) {
    case 'silent':
      return '';
    case 'send-back':
      return `${JSON.stringify({ decision: 'block', reason: result.reason })}\n`;
    case 'tell-user':
      return `${JSON.stringify({ systemMessage: result.message })}\n`;
  }
}
