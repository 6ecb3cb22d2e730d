import { describe, test } from 'vitest';
import { agent, BASE, definition, file, json, skill, withField } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

const SERVER = json('.mcp.json', { mcpServers: { db: { command: 'db-server' }, 'my-docs': { command: 'docs' } } });
const SKILLS = { ...skill('lint'), ...skill('style') };

describe('tools in every spelling that is taken', () => {
  test.each([
    'tools: Read',
    'tools: Read, Grep, Glob',
    'tools: Read,Grep,Glob',
    'tools: Read Grep Glob',
    'tools: "Read, Grep"',
    "tools: 'Read'",
    'tools: "*"',
    "tools: ['*']",
    'tools: [Read, Grep]',
    'tools: ["Read", \'Grep\',]',
    'tools:\n  - Read\n  - Grep # searches',
    'tools:\n- Read\n- Grep',
    'tools:\n  Read,\n  Grep',
    'tools: >-\n  Read, Grep,\n  Glob',
    'tools: Read, Grep,',
    'tools: Bash(git log *), Read',
    'tools: Bash(git log:*), Bash(npm run test:*)',
    'tools: ["Bash(git diff *, --stat)", Read]',
    'tools: Read(./docs/**), Edit(src/**)',
    'tools: WebFetch(domain:example.com)',
    'tools: Agent(Explore), Task(Plan, general-purpose)',
    'tools: Task, KillShell',
    'tools: mcp__db__ask, mcp__db__*, mcp__db, Read',
    'tools: mcp__my-docs__search',
    'tools: mcp__plugin_tools_db__ask',
    'tools: mcp__elsewhere__ask',
    'tools: TodoWrite, AskUserQuestion, ExitPlanMode, LSP, PowerShell, NotebookEdit',
    'tools: &all [Read, Grep]\ndisallowedTools: []',
    'disallowedTools: Write, Edit, MultiEdit, LS, NotebookRead',
    'disallowedTools: [Bash, mcp__db__drop, mcp__db]',
    'disallowedTools: mcp__*',
  ])('%j', (lines) => expectSilence({ ...withField(lines), ...SERVER }));
});

describe('other fields with a value that is taken', () => {
  test.each([
    ...['model: inherit', 'model: opus', 'model: claude-sonnet-4-5-20250929', 'model: sonnet[1m]', 'model:'],
    ...['effort: high', 'effort: HIGH', 'effort: 3', 'maxTurns: 20', 'maxTurns: "20"', 'color: purple', 'color:'],
    ...[
      'permissionMode: plan',
      'permissionMode: bypassPermissions',
      'memory: project',
      'background: true',
      'background: "false"',
    ],
    ...['isolation: worktree', 'initialPrompt: Say hello.', 'omitClaudeMd: true', 'experimental: { cacheTtl: 1h }'],
    ...[
      'skills: lint',
      'skills: lint, style',
      'skills: [lint, "style"]',
      'skills:\n  - lint\n  - style',
      'skills: []',
      'skills:',
    ],
    ...['skills: code-review', 'mcpServers: [db]', 'mcpServers:\n  - db\n  - my-docs', 'mcpServers: []'],
    'mcpServers:\n  - own:\n      command: npx\n      args: ["-y", "own-server"]\n      env: { KEY: "1" }',
    'mcpServers:\n  - own: { type: http, url: https://example.com/mcp, headers: { A: b } }',
  ])('%j', (lines) => expectSilence({ ...withField(lines), ...SERVER, ...SKILLS }));
});

describe('names and descriptions', () => {
  test.each<[string, string]>([
    ['The Reviewer', 'Reads.'],
    ['code_reviewer.v2', 'Reads.'],
    ['Prüferin', 'Liest, was sich geändert hat.'],
    ['レビュー担当', '変更を読みます。'],
    ['x', 'y'],
    ['reviewer', 'Use this agent when: a change is to be read.'],
    ['reviewer', '"Use this: \\n<example>\\nuser: \\"x\\"\\n</example>"'],
    ['reviewer', "'It''s for reading'"],
    ['reviewer', '>\n  Reads\n  what changed.'],
    ['reviewer', '|\n  Reads: all.\n\n  <example>a</example>'],
    ['reviewer', 'Reads [all] {of} *it* & more, `always` @once #1 100% | yes'],
    ['reviewer', 'Reads -- and tells — all.'],
    ['reviewer', 'x'.repeat(3_000)],
    ['reviewer', '🔍 Reads.'],
  ])('%s: %.40s', (name, description) => expectSilence(agent(`name: ${name}`, `description: ${description}`)));
});

describe('frontmatter that is written in another way', () => {
  test.each<[string, string]>([
    ['with comments', '---\n# who\nname: reviewer # the name\n\n# why\ndescription: Reads.\n---\n'],
    ['with quoted keys', '---\n"name": reviewer\n\'description\': Reads.\n---\n'],
    ['as JSON', '---\n{ "name": "reviewer", "description": "Reads." }\n---\n'],
    ['with Windows line ends', definition(BASE, '# A\n').replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${definition(BASE)}`],
    ['with blank lines', '---\n\nname: reviewer\n\n\ndescription: Reads.\n\n---\n\n\n'],
    ['with blanks at the ends of lines', '--- \nname: reviewer  \ndescription: Reads. \n---  \n'],
    ['with anchors', '---\nname: &name reviewer\ndescription: *name\n---\n'],
    ['with tabs', '---\nname:\treviewer\ndescription:\tReads.\ntools:\n\t- Read\n---\n'],
    ['with a body of dashes', definition(BASE, '# A\n---\nb\n---\n')],
    ['with indented values', '---\nname:\n  reviewer\ndescription:\n  Reads.\n---\n'],
    ['in another order', '---\ntools: Read\ndescription: Reads.\nname: reviewer\n---\n'],
    ['with no line end at last', '---\nname: reviewer\ndescription: Reads.\n---'],
  ])('%s', (_, text) => expectSilence(file(text)));
});
