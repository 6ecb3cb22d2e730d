/** What a hook prints for the client; it always exits with 0, as any other code stands in the client's log as an error. */
export type HookResult =
  | { kind: 'silent' }
  /** Stop: the agent goes on, with the reason as feedback. */
  | { kind: 'send-back'; reason: string }
  /** The user is shown a message. */
  | { kind: 'tell-user'; message: string }
  /** SubagentStart: the agent finds the text in its first messages; UserPromptSubmit: the model beside the prompt. */
  | { kind: 'add-context'; event: 'SubagentStart' | 'UserPromptSubmit'; text: string; message?: string }
  /** PreToolUse: the call is refused, or the user is asked about it. */
  | { kind: 'decide'; decision: 'deny' | 'ask'; reason: string };

export const SILENT: HookResult = { kind: 'silent' };

/** The line that the client (2.1.330) reads on a hook's stdout; none for silence. */
export function formatResult(result: HookResult): string {
  const output = toOutput(result);
  return output ? `${JSON.stringify(output)}\n` : '';
}

function toOutput(result: HookResult): object | undefined {
  switch (result.kind) {
    case 'silent':
      return undefined;
    case 'send-back':
      return { decision: 'block', reason: result.reason };
    case 'tell-user':
      return { systemMessage: result.message };
    case 'add-context':
      return {
        ...(result.message === undefined ? {} : { systemMessage: result.message }),
        hookSpecificOutput: { hookEventName: result.event, additionalContext: result.text },
      };
    case 'decide': {
      const { decision: permissionDecision, reason: permissionDecisionReason } = result;
      return { hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision, permissionDecisionReason } };
    }
  }
}
