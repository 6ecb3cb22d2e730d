import { type Details, field } from '../case.js';

const T = 'tools';
const two = ['Read', 'Write'];

/** The agent is to be offered these tools and no others. */
const only = (name: string, yaml: string, tools: string[], details: Details = {}) =>
  field(T, name, yaml, { kind: 'offered only', tools }, details);

/** The named tool, asked for beside Read, is to be among those offered. */
const tool = (name: string, asked: string, offered: string = asked, details: Details = {}) =>
  field(
    T,
    name,
    `tools: Read, ${asked}`,
    { kind: 'offered', tools: [offered] },
    { subject: `tools: ${asked}`, ...details },
  );

const BY_PLATFORM = 'A tool of other sessions or platforms: a headless session on this one cannot offer it.';

export const toolCases = [
  field(T, 'missing', '', { kind: 'offered', tools: [...two, 'Bash'] }, { subject: 'no tools: all of them' }),
  only('comma-string', 'tools: Read, Write', two),
  only('comma-string-without-blanks', 'tools: Read,Write', two),
  only('space-string', 'tools: Read Write', two),
  only('quoted-string', 'tools: "Read, Write"', two),
  only('flow-list', 'tools: [Read, Write]', two),
  only('block-list', 'tools:\n  - Read\n  - Write', two),
  only('block-list-without-indent', 'tools:\n- Read\n- Write', two),
  only('folded-block', 'tools: >\n  Read,\n  Write', two),
  only('literal-block', 'tools: |\n  Read\n  Write', two),
  only('entry-with-several', 'tools:\n  - Read, Write', two),
  only('entry-with-several-by-blanks', 'tools:\n  - Read Write', two),
  only('surrounding-blanks', "tools: ['  Read ', ' Write']", two),
  only('trailing-comma', 'tools: Read, Write,', two),
  only('semicolons', 'tools: Read; Write', two),
  only('twice', 'tools: Read, Read, Write', two),
  only('tab-between', 'tools: "Read\\tWrite"', two),
  only('star', 'tools: "*"', two, { observe: { kind: 'offered', tools: [...two, 'Bash'] } }),
  only('plain-star', 'tools: *', two, { observe: { kind: 'offered', tools: [...two, 'Bash'] } }),
  only('star-beside-another', 'tools: ["*", Read]', two, { observe: { kind: 'offered', tools: [...two, 'Bash'] } }),
  only('empty-list', 'tools: []', []),
  only('null', 'tools:', []),
  only('empty-string', "tools: ''", []),
  only('number', 'tools: 7', ['7']),
  only('boolean', 'tools: true', ['true']),
  only('mapping', 'tools: { Read: true, Write: true }', two),
  only('mapping-by-line', 'tools:\n  Read: true\n  Write: true', two),
  only('date', 'tools: 2026-01-31', ['2026-01-31']),
  tool('number-in-list', '7', '7', { files: {}, subject: 'tools: the 7 in [Read, 7]' }),
  field(T, 'null-in-list', 'tools: [Read, null, Write]', { kind: 'offered only', tools: two }),
  field(T, 'mapping-in-list', 'tools: [Read, { Write: true }]', { kind: 'offered', tools: ['Write'] }),
  tool('lower-case', 'write'),
  tool('upper-case', 'WRITE'),
  tool('misspelt', 'Wrote'),
  tool('unknown', 'Foo'),
  tool('removed-multiedit', 'MultiEdit'),
  tool('removed-ls', 'LS'),
  tool('removed-notebookread', 'NotebookRead'),
  tool('removed-todoread', 'TodoRead'),
  tool('removed-bashoutput', 'BashOutput'),
  tool('removed-slashcommand', 'SlashCommand'),
  tool('alias-task', 'Task', 'Agent'),
  tool('alias-killshell', 'KillShell', 'TaskStop'),
  tool('alias-killbash', 'KillBash', 'TaskStop'),
  tool('alias-agentoutputtool', 'AgentOutputTool', 'TaskOutput'),
  tool('alias-bashoutputtool', 'BashOutputTool', 'TaskOutput'),
  tool('alias-brief', 'Brief', 'SendUserMessage'),
  tool('rule-bash', 'Bash(git *)', 'Bash'),
  tool('rule-bash-with-comma', 'Bash(git a, git b)', 'Bash'),
  tool('rule-read', 'Edit(src/**)', 'Edit'),
  tool('rule-empty', 'Bash()', 'Bash'),
  tool('rule-unclosed', 'Bash(git', 'Bash'),
  tool('rule-after-blank', 'Bash (git *)', 'Bash'),
  tool('rule-unknown-tool', 'Foo(git *)', 'Foo'),
  tool('rule-agent', 'Agent(reviewer)', 'Agent'),
  tool('rule-agents', 'Agent(reviewer, tester)', 'Agent'),
  tool('rule-task', 'Task(reviewer)', 'Agent'),
  tool('known-toolsearch', 'ToolSearch', 'ToolSearch', {
    judgement: 'It is offered only where other tools wait behind it.',
  }),
  tool('prefix-pattern', 'Wri*', 'Write'),
  tool('grep-beside-bash', 'Bash, Grep', 'Grep', {
    subject: 'tools: Grep beside Bash',
    judgement: 'The client leaves searching to Bash, so the agent loses nothing by it.',
  }),
  tool('grep-without-bash', 'Grep'),
  tool('glob-without-bash', 'Glob'),
  ...[
    'Agent',
    'Bash',
    'CronCreate',
    'CronDelete',
    'CronList',
    'Edit',
    'EnterWorktree',
    'ExitWorktree',
    'ListAgents',
  ].map((name) => tool(`known-${name.toLowerCase()}`, name)),
  ...['Monitor', 'NotebookEdit', 'ReportFindings', 'SendMessage', 'Skill', 'TaskStop', 'WebFetch', 'WebSearch'].map(
    (name) => tool(`known-${name.toLowerCase()}`, name),
  ),
  ...['Artifact', 'AskUserQuestion', 'EnterPlanMode', 'ExitPlanMode', 'LSP', 'ListMcpResourcesTool', 'PowerShell'].map(
    (name) => tool(`elsewhere-${name.toLowerCase()}`, name, name, { judgement: BY_PLATFORM }),
  ),
  ...[
    'PushNotification',
    'ReadMcpResourceTool',
    'RemoteTrigger',
    'ScheduleWakeup',
    'SendFeedback',
    'TaskCreate',
    'TaskGet',
  ].map((name) => tool(`elsewhere-${name.toLowerCase()}`, name, name, { judgement: BY_PLATFORM })),
  ...['TaskList', 'TaskOutput', 'TaskUpdate', 'TodoWrite', 'Workflow', 'StructuredOutput', 'SendUserMessage'].map(
    (name) => tool(`elsewhere-${name.toLowerCase()}`, name, name, { judgement: BY_PLATFORM }),
  ),
];
