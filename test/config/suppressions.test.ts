import { describe, expect, test } from 'vitest';
import { CONFIG, EMPTY_TOOLS, findings, HELPER } from './run.js';

const agent = ({ head = '', body = '', tools = 'tools: []' }) =>
  `---\nname: helper\ndescription: Helps.\n${tools}\n${head}---\n\nYou help.\n${body}`;
const off = (rules: string) => `backend-system-architect: disable ${rules}`;
const found = (text: string, files: Record<string, string> = {}) => findings([], { [HELPER]: text, ...files });
const WARNING = `warning agent-tools-empty ${HELPER}:4:1`;

describe('a comment turns a rule off for its file', () => {
  test.each([
    ['in the frontmatter', { head: `# ${off('agent-tools-empty -- it only talks')}\n` }],
    ['behind a value of the frontmatter', { tools: `tools: [] # ${off('agent-tools-empty')}` }],
    ['in the body', { body: `<!-- ${off('agent-tools-empty -- it only talks')} -->\n` }],
    ['in the body without a reason', { body: `<!-- ${off('agent-tools-empty')} -->` }],
    ['in the body without blanks', { body: `<!--${off('agent-tools-empty')}-->` }],
    ['among other text of a line', { body: `It talks. <!-- ${off('agent-tools-empty')} --> Always.\n` }],
  ])('%s', async (_, parts) => {
    expect(await found(agent(parts))).toEqual([]);
  });

  test('in a file with a byte order mark and Windows line ends', async () => {
    const text = agent({ head: `# ${off('agent-tools-empty')}\n` });
    expect(await found(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  test.each([
    ['commas', 'agent-tools-empty, agent-field-unknown'],
    ['commas alone', 'agent-tools-empty,agent-field-unknown'],
    ['blanks', 'agent-tools-empty agent-field-unknown -- why'],
  ])('and several with %s between them', async (_, list) => {
    expect(await found(agent({ tools: 'tools: []\ncolour: red', head: `# ${off(list)}\n` }))).toEqual([]);
  });

  test('and no other rule', async () => {
    const text = agent({ tools: 'tools: []\ncolour: red', head: `# ${off('agent-field-unknown')}\n` });
    expect(await found(text)).toEqual([WARNING]);
  });

  test('and in no other file', async () => {
    const text = agent({ head: `# ${off('agent-tools-empty')}\n` });
    const other = EMPTY_TOOLS.replace('helper', 'b');
    expect(await found(text, { '.claude/agents/b.md': other })).toEqual([WARNING.replace('helper.md', 'b.md')]);
  });

  test('however the configuration raises it', async () => {
    const config = { [CONFIG]: '{ "rules": { "agent-tools-empty": "error" } }' };
    expect(await found(agent({ head: `# ${off('agent-tools-empty')}\n` }), config)).toEqual([]);
  });

  test.each([
    ['a comment of another tool', '# eslint-disable agent-tools-empty\n'],
    ['another spelling', '# Backend-System-Architect: disable agent-tools-empty\n'],
  ])('but not %s', async (_, head) => {
    expect(await found(agent({ head }))).toEqual([WARNING]);
  });
});

describe('a comment that does nothing is a note at the name', () => {
  test.each<[string, string, string[]]>([
    ['a rule that the file keeps', 'agent-tools-empty, agent-keywords', [`info suppression-unused ${HELPER}:5:56`]],
    ['a rule that there is not', 'agent-tools-empt -- why', [WARNING, `info suppression-unknown ${HELPER}:5:37`]],
    ['nothing else', 'agent-tools-empty -- agent-keywords is kept', []],
  ])('%s', async (_, list, expected) => {
    expect(await found(agent({ head: `# ${off(list)}\n` }))).toEqual(expected);
  });

  test('and a rule that the configuration turned off is no such case', async () => {
    const config = { [CONFIG]: '{ "rules": { "agent-tools-empty": "off" } }' };
    expect(await found(agent({ head: `# ${off('agent-tools-empty')}\n` }), config)).toEqual([]);
  });
});

const SCRIPT = '.claude/hooks/check.sh';
const command = '"$CLAUDE_PROJECT_DIR"/.claude/hooks/check.sh';
const SETTINGS = JSON.stringify({
  hooks: { PreToolUse: [{ matcher: 'Bash', hooks: [{ type: 'command', command }] }] },
});
const inScript = (script: string) =>
  findings([], { [HELPER]: agent({ tools: 'tools: Read' }), '.claude/settings.json': SETTINGS, [SCRIPT]: script });

describe('a comment in a hook script turns a rule off for the script', () => {
  test.each([
    ['', 'exit 0\n', [`warning hook-script-shebang ${SCRIPT}:1:1`]],
    ['that has no "#!"', `# ${off('hook-script-shebang -- sourced')}\nexit 0\n`, []],
    ['that has Windows line ends', `#!/bin/sh\r\n# ${off('hook-script-crlf')}\r\nexit 0\r\n`, []],
  ])('%s', async (_, script, expected) => {
    expect(await inScript(script)).toEqual(expected);
  });
});

describe('what is rare', () => {
  test('an unknown rule in a hook script is a note', async () => {
    expect(await inScript(`#!/bin/sh\n# ${off('hook-script-clrf')}\n`)).toHaveLength(1);
  });

  test('an unused rule in a hook script is a note', async () => {
    expect(await inScript(`#!/bin/sh\n# ${off('hook-script-crlf')}\n`)).toHaveLength(1);
  });

  test('a comment that turned off a name that two agents have is not called unused', async () => {
    const text = agent({ tools: 'tools: Read', head: `# ${off('agent-name-duplicate')}\n` });
    const twin = agent({ tools: 'tools: Read' });
    expect(await findings([], { '.claude/agents/a.md': text, [HELPER]: twin })).toEqual([]);
  });

  test('an example of a comment in a code block turns nothing off', async () => {
    expect(await found(agent({ body: `\`\`\`\n<!-- ${off('agent-tools-empty')} -->\n\`\`\`\n` }))).toEqual([WARNING]);
  });

  test('a comment that names no rule at all is a note', async () => {
    expect(await found(agent({ tools: 'tools: Read', head: `# ${off('')}\n` }))).toHaveLength(1);
  });
});
