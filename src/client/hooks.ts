/** Hook events that the client (2.1.330) was seen to run from the frontmatter of a subagent. */
export const FRONTMATTER_EVENTS = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'PermissionRequest',
  'Stop',
  'SubagentStop',
] as const;

/** Events whose hooks guard something: the client refuses the file that holds one which it cannot read. */
export const GUARD_EVENTS: ReadonlySet<string> = new Set(['PreToolUse', 'PermissionRequest']);

/** Events that run from a frontmatter only where the agent is the session itself (`claude --agent`). */
export const SESSION_AGENT_EVENTS: ReadonlySet<string> = new Set(['SessionStart', 'UserPromptSubmit']);

/** Events that the client never runs from a frontmatter, without a message: they belong into settings. */
export const SETTINGS_ONLY_EVENTS: ReadonlySet<string> = new Set(['SubagentStart']);

/** Further events that the client takes in a frontmatter; whether it ever runs them from there was not seen. */
const UNPROVEN_EVENTS = [
  'ConfigChange',
  'CwdChanged',
  'DirectoryAdded',
  'Elicitation',
  'ElicitationResult',
  'FileChanged',
  'InstructionsLoaded',
  'MessageDisplay',
  'Notification',
  'PermissionDenied',
  'PostCompact',
  'PostModelSwitch',
  'PreCompact',
  'PreModelSwitch',
  'SessionEnd',
  'Setup',
  'StopFailure',
  'TaskCompleted',
  'TaskCreated',
  'TeammateIdle',
  'UserPromptExpansion',
  'WorktreeCreate',
  'WorktreeRemove',
];

/** Every event that the client takes in settings, where all of them run. */
export const SETTINGS_EVENTS: ReadonlySet<string> = new Set([
  ...FRONTMATTER_EVENTS,
  ...SESSION_AGENT_EVENTS,
  ...SETTINGS_ONLY_EVENTS,
  ...UNPROVEN_EVENTS,
]);

/** The kinds of hook entries that the client runs. */
export const HOOK_TYPES = ['command', 'prompt', 'agent', 'http', 'mcp_tool'] as const;

/** Events with a tool, whose name a matcher is held against, and for which alone an `if` can be judged. */
export const TOOL_EVENTS: ReadonlySet<string> = new Set([
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PermissionRequest',
  'PermissionDenied',
]);

/** Events whose matcher is held against the type of an agent. */
export const AGENT_EVENTS: ReadonlySet<string> = new Set(['SubagentStart', 'SubagentStop']);

/** Events whose matcher is held against one of a few words (read in the client's code). */
export const EVENT_WORDS: Readonly<Record<string, readonly string[]>> = {
  SessionStart: ['startup', 'resume', 'clear', 'compact', 'fork'],
  SessionEnd: ['clear', 'resume', 'logout', 'prompt_input_exit', 'other'],
  PreCompact: ['manual', 'auto'],
  PostCompact: ['manual', 'auto'],
  Setup: ['init', 'maintenance'],
};
