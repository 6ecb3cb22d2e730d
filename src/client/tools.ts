/**
 * The tools of Claude Code 2.1.330, as seen in the requests of subagents whose `tools` named each of them, and in the
 * `sdk-tools.d.ts` that the client's package ships.
 */

/** Offered to a subagent that lists them, in a headless session too. */
export const OFFERED_TOOLS = [
  'Agent',
  'Bash',
  'CronCreate',
  'CronDelete',
  'CronList',
  'Edit',
  'EnterWorktree',
  'ExitWorktree',
  'Glob',
  'Grep',
  'ListAgents',
  'Monitor',
  'NotebookEdit',
  'Read',
  'ReportFindings',
  'SendMessage',
  'Skill',
  'TaskStop',
  'ToolSearch',
  'WebFetch',
  'WebSearch',
  'Write',
];

/** Part of the client, offered only in some sessions (interactive, another platform, a feature switched on). */
export const CONDITIONAL_TOOLS = [
  'Artifact',
  'AskUserQuestion',
  'EnterPlanMode',
  'ExitPlanMode',
  'ListMcpResourcesTool',
  'LSP',
  'PowerShell',
  'PushNotification',
  'ReadMcpResourceTool',
  'RemoteTrigger',
  'ScheduleWakeup',
  'SendFeedback',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskOutput',
  'TaskUpdate',
  'TodoWrite',
  'Workflow',
];

/** Older names that the client still takes, and what it makes of them. */
export const TOOL_ALIASES: ReadonlyMap<string, string> = new Map([
  ['Task', 'Agent'],
  ['KillShell', 'TaskStop'],
  ['KillBash', 'TaskStop'],
]);

/** Tools that earlier clients had, and what to use today. The client drops them without a message. */
export const REMOVED_TOOLS: ReadonlyMap<string, string> = new Map([
  ['MultiEdit', 'Edit'],
  ['LS', 'Glob'],
  ['NotebookRead', 'Read'],
  ['TodoRead', 'TodoWrite'],
  ['BashOutput', 'Read'],
  ['SlashCommand', 'Skill'],
]);

export const KNOWN_TOOLS: ReadonlySet<string> = new Set([
  ...OFFERED_TOOLS,
  ...CONDITIONAL_TOOLS,
  ...TOOL_ALIASES.keys(),
]);

export interface ToolReference {
  /** The entry as written. */
  text: string;
  /** Its name without a permission rule in parentheses. */
  name: string;
  /** The server of an MCP tool: `context7` of `mcp__context7__*`. */
  server?: string;
}

/** Reads one entry of `tools`: `Bash`, `Agent(reviewer)`, `mcp__context7` or `mcp__context7__*`. */
export function readToolReference(text: string): ToolReference {
  const known = references.get(text);
  if (known) return known;
  const reference = parseToolReference(text);
  if (references.size < MAX_KEPT) references.set(text, reference);
  return reference;
}

/** Agents share the names of a few tools. */
const references = new Map<string, ToolReference>();
const MAX_KEPT = 1_000;

function parseToolReference(text: string): ToolReference {
  const name = text.split('(')[0]?.trim() ?? '';
  const server = name.startsWith('mcp__') ? name.slice('mcp__'.length).split('__')[0] : undefined;
  return { text, name, ...(server ? { server } : {}) };
}
