import { type Case, definition, field } from './case.js';
import { entry } from './cases/hook-case.js';
import { CONTROL } from './debug-log.js';
import { recordRun } from './measure.js';
import { listedAgents } from './requests.js';
import { sight } from './sighting.js';

/** What a client has; a list that it gives no sign of is absent. */
export interface ClientFacts {
  /** Tools that a subagent of a headless session is offered when it names them, or when it names none. */
  tools: string[];
  builtInAgents: string[];
  /** Hook events that the client takes in an agent file without a word. */
  events?: string[];
  /** Frontmatter fields that the client does not call unknown. */
  fields?: string[];
}

const T = 'facts';

const TOOLS = (
  'Agent AgentOutputTool Artifact ArtifactCheck ArtifactComments ArtifactData AskUserQuestion Bash BashOutput Brief ' +
  'Config CronCreate CronDelete CronList Edit EnterPlanMode EnterWorktree ExitPlanMode ExitWorktree Glob Grep ' +
  'KillBash KillShell ListAgents ListMcpResourcesTool LS LSP Monitor MultiEdit NotebookEdit NotebookRead PowerShell ' +
  'PushNotification Read ReadMcpResourceTool RemoteTrigger ReportFindings ScheduleWakeup SendFeedback SendMessage ' +
  'SendUserMessage Skill SlashCommand Sleep StructuredOutput Task TaskCreate TaskGet TaskList TaskOutput TaskStop ' +
  'TaskUpdate TeamCreate TeamDelete TodoRead TodoWrite ToolSearch VerifyPlanExecution WebFetch WebSearch Workflow Write'
).split(' ');

const EVENTS = (
  'PreToolUse PostToolUse PostToolUseFailure PostToolBatch PermissionRequest PermissionDenied Stop StopFailure ' +
  'SubagentStart SubagentStop SessionStart SessionEnd UserPromptSubmit UserPromptExpansion Notification PreCompact ' +
  'PostCompact PreModelSwitch PostModelSwitch Setup TeammateIdle TaskCreated TaskCompleted Elicitation ' +
  'ElicitationResult ConfigChange WorktreeCreate WorktreeRemove InstructionsLoaded CwdChanged FileChanged ' +
  'DirectoryAdded MessageDisplay'
).split(' ');

const FIELDS = (
  'name description tools disallowedTools model effort color permissionMode maxTurns skills mcpServers hooks memory ' +
  'background isolation initialPrompt observer observerMessage observeToolResults observeSubagents omitClaudeMd ' +
  'autoCompactWindow experimental'
).split(' ');

/** An event that no client knows: where it draws no word, silence about another says nothing. */
const NO_EVENT = 'NoSuchEvent';

const every = field(T, 'every-tool', `tools: ${TOOLS.join(', ')}`);
const withoutBash = field(T, 'without-bash', `tools: ${TOOLS.filter((name) => name !== 'Bash').join(', ')}`);
const unnamed = field(T, 'unnamed-tools', '');
const fields = definition(
  T,
  'fields',
  `---\nname: ${T}-fields\ndescription: D.\n${FIELDS.slice(2)
    .map((name) => `${name}:\n`)
    .join('')}---\nBody.\n`,
);
const event = (name: string): Case =>
  field(
    T,
    `event-${name.toLowerCase()}`,
    ['hooks:', ...entry(name, 'type: command', "command: 'true'").map((line) => `  ${line}`)].join('\n'),
  );

/** Asks one client, in two sessions, for what it has. */
export async function collectFacts(binary: string): Promise<ClientFacts> {
  const events = new Map([...EVENTS, NO_EVENT].map((name) => [name, event(name)]));
  const probes = [every, withoutBash, unnamed, fields, ...events.values()];
  const record = await recordRun({ cases: probes }, binary);
  const own = new Set([CONTROL, ...probes.map(({ agent }) => agent)]);
  const complained = (one: Case) =>
    sight(one, record).lines.some((line) => /unknown hook event|Invalid hooks|not loaded/.test(line));
  const control = events.get(NO_EVENT);
  const tools = [every, withoutBash, unnamed].flatMap((one) => sight(one, record).tools);
  const { unrecognized } = sight(fields, record);
  return {
    tools: [...new Set(tools)].sort(),
    builtInAgents: [...listedAgents(record.run)].filter((name) => !own.has(name)).sort(),
    ...(control &&
      complained(control) && { events: EVENTS.filter((name) => !complained(events.get(name) ?? control)) }),
    ...(unrecognized && { fields: FIELDS.filter((name) => !unrecognized.includes(name)) }),
  };
}
