/**
 * What the client (2.1.330) sends on stdin when an agent stops. Only what the hooks use; a field that is missing or of
 * another type is left out. As the main session an agent has no `agentId`.
 */
export interface StopPayload {
  agentType?: string;
  agentId?: string;
  sessionId?: string;
  promptId?: string;
  cwd?: string;
  lastMessage?: string;
  /** Whether this stop follows one that a hook refused. */
  stopHookActive: boolean;
}

/** Reads a payload; undefined when it is not a JSON object. */
export function parseStopPayload(text: string): StopPayload | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const fields = data as Record<string, unknown>;
  const string = (key: string) => (typeof fields[key] === 'string' ? fields[key] : undefined);
  return {
    ...optional('agentType', string('agent_type')),
    ...optional('agentId', string('agent_id')),
    ...optional('sessionId', string('session_id')),
    ...optional('promptId', string('prompt_id')),
    ...optional('cwd', string('cwd')),
    ...optional('lastMessage', string('last_assistant_message')),
    stopHookActive: fields.stop_hook_active === true,
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/** One run of an agent: by its agent id, or as the main session by session and prompt. */
export function runId({ agentId, sessionId, promptId }: StopPayload): string {
  return agentId ?? [sessionId ?? 'unknown-session', promptId].filter(Boolean).join(':');
}
