/** Hook events of Claude Code 2.1.330 and whether they run in an agent's frontmatter. */
export const FRONTMATTER_EVENTS = ['PreToolUse', 'PostToolUse', 'Stop', 'SubagentStop'] as const;

export const SETTINGS_ONLY_EVENTS = [
  'SubagentStart',
  'SessionStart',
  'SessionEnd',
  'UserPromptSubmit',
  'Notification',
  'PreCompact',
  'PermissionRequest',
  'PostToolUseFailure',
] as const;

/** The kinds of hook entries that the client runs. */
export const HOOK_TYPES = ['command', 'prompt', 'agent', 'http'] as const;
