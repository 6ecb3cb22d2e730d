/** Hook events that the client (2.1.330) was seen to run from an agent's frontmatter. */
export const FRONTMATTER_EVENTS = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'PermissionRequest',
  'Stop',
  'SubagentStop',
] as const;

/** Events that the client knows and never runs from there, without a message: they belong into settings. */
export const SETTINGS_ONLY_EVENTS: readonly string[] = ['SessionStart', 'SubagentStart', 'UserPromptSubmit'];

/** Further events that the client takes in a frontmatter; whether it ever runs them from there was not seen. */
const UNPROVEN_EVENTS = [
  'ConfigChange',
  'CwdChanged',
  'Elicitation',
  'ElicitationResult',
  'FileChanged',
  'InstructionsLoaded',
  'MessageDisplay',
  'Notification',
  'PermissionDenied',
  'PostCompact',
  'PreCompact',
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

/** Events that a frontmatter may name without being ignored for sure. */
export const ACCEPTED_EVENTS: ReadonlySet<string> = new Set([...FRONTMATTER_EVENTS, ...UNPROVEN_EVENTS]);

/** The kinds of hook entries that the client runs. */
export const HOOK_TYPES = ['command', 'prompt', 'agent', 'http'] as const;
