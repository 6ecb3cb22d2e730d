import { isObject } from '../is-object.js';

/**
 * What the client (2.1.330) sends on stdin. Only what the hooks use; a field that is missing or of another type is left
 * out. As the main session an agent has no `agentId`.
 */
export interface HookPayload {
  agentType?: string;
  agentId?: string;
  sessionId?: string;
  promptId?: string;
  cwd?: string;
  /** Stop: the text of the agent's last message. */
  lastMessage?: string;
  /** Stop: whether this stop follows one that a hook refused. */
  stopHookActive: boolean;
  /** Stop: the run's own transcript, or the session's when the agent is the main session. */
  transcript?: string;
  /** PreToolUse. */
  toolName?: string;
  toolInput?: Record<string, unknown>;
  /** UserPromptSubmit. */
  prompt?: string;
}

/** Reads a payload; undefined when it is not a JSON object. */
export function parsePayload(text: string): HookPayload | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(data)) return undefined;
  const string = (...keys: string[]) => keys.map((key) => data[key]).find((value) => typeof value === 'string');
  return {
    agentType: string('agent_type'),
    agentId: string('agent_id'),
    sessionId: string('session_id'),
    promptId: string('prompt_id'),
    cwd: string('cwd'),
    lastMessage: string('last_assistant_message'),
    stopHookActive: data.stop_hook_active === true,
    transcript: string('agent_transcript_path', 'transcript_path'),
    toolName: string('tool_name'),
    prompt: string('prompt'),
    toolInput: isObject(data.tool_input) ? data.tool_input : undefined,
  };
}

/** One run of an agent: by its agent id, or as the main session by session and prompt. */
export function runId({ agentId, sessionId, promptId }: HookPayload): string {
  return agentId ?? [sessionId ?? 'unknown-session', promptId].filter(Boolean).join(':');
}
