import { describe, test } from 'vitest';
import { agentOf, expectInTime } from './time.js';

const AGENT = '.claude/agents/a.md';
const SKILL = '.claude/skills/lint/SKILL.md';

const skillOf = (body: string) => `---\nname: lint\ndescription: Lints.\n---\n${body}\n`;
const many = (count: number, name = (index: number) => `n${index}`) =>
  Array.from({ length: count }, (_, at) => name(at));

describe('a body that repeats something without end takes no longer than its length', () => {
  const bodies: [string, string][] = [
    ...[
      'x',
      ' ',
      '\t',
      '-',
      '*',
      '#',
      '|',
      '(',
      '[',
      '`',
      '~',
      '<',
      '>',
      '"',
      'A',
      '\\',
      '\r',
      '\u2028',
      '. ',
      'a.',
    ].map((text): [string, string] => [`a line of ${JSON.stringify(text)}`, text.repeat(200_000 / text.length)]),
    ['100,000 lines', 'Read it.\n'.repeat(100_000)],
    ['100,000 items', '- Read it.\n'.repeat(100_000)],
    ['100,000 rows', '| a | b |\n'.repeat(90_000)],
    ['500,000 blank lines', '\n'.repeat(500_000)],
    ['brackets of links', ']('.repeat(50_000)],
    ['brackets of links with texts', '[a](b '.repeat(30_000)],
    ['links with open titles', '](a "'.repeat(30_000)],
    ['links', '[a](b.md) '.repeat(3_000)],
    ['backticks', '`'.repeat(100_000)],
    ['paths in backticks', '`references/'.repeat(20_000)],
    ['unclosed fences', '```json\n~~~\n'.repeat(20_000)],
    ['fences of growing length', many(1_000, (at) => '`'.repeat(at + 3)).join('\n')],
    ['tools that are called', 'Use Bash('.repeat(20_000)],
    ['tools that are called, in code', 'Use `Bash('.repeat(20_000)],
    ['tools that are forbidden', 'Never use `Bash` '.repeat(20_000)],
    ['names of tools', '`WebSearch` '.repeat(40_000)],
    ['capitals', 'Use A'.repeat(50_000)],
    ['headings', '# a\n'.repeat(50_000)],
    ['headings of falling levels', '# a\n## b\n### c\n#### d\n##### e\n###### f\n'.repeat(8_000)],
    ['headings with closing marks', `# a${' #'.repeat(100_000)}`],
    ['comments that turn rules off', '<!-- backend-system-architect: disable '.repeat(5_000)],
    ['comments that turn rules off, on lines', '<!-- backend-system-architect: disable agent-name -->\n'.repeat(5_000)],
    ['unknown rules in one comment', `<!-- backend-system-architect: disable ${many(10_000).join(' ')} -->`],
    ['duties', `## Task Boundaries\n\n**DON'T:**\n${"- Do it (that's a)\n".repeat(20_000)}`],
    ['words of a budget', `## Resource Scaling\n\n- a: 1-2 tool calls ${'('.repeat(100_000)}`],
    ['budgets', `## Resource Scaling\n\n${'- a: 2-1 tool calls (b + c)\n'.repeat(20_000)}`],
    ['agents', `## Integration\n\n- Hands off to: ${many(10_000).join(',')}`],
    ['agents, each on a line', `## Integration\n\n${many(10_000, (at) => `- Hands off to: n${at}`).join('\n')}`],
    ['open parentheses behind agents', `## Integration\n\n- Hands off to: ${'a (`b`'.repeat(20_000)}`],
    ['skills', `## Integration\n\n- Skill references: ${many(10_000).join(', ')}`],
    ['servers', `## MCP Tools\n\n${many(10_000, (at) => `- \`mcp__s${at}__*\``).join('\n')}`],
    ['keywords', `## Auto Mode\n\nActivates for: ${many(20_000).join(', ')}`],
    ['topics', `## Boundaries\n\n- Forbidden: ${many(10_000, (at) => `a${at}/**`).join(', ')}`],
  ];

  test.each(bodies)('%s in an agent', (_, body) => expectInTime(AGENT, agentOf('tools: Read', body)));
  // Of a skill no sections are read.
  const plain = bodies.filter(([, body]) => !body.startsWith('## '));
  test.each(plain)('%s in a skill', (_, body) => expectInTime(SKILL, skillOf(body)));
});

describe('frontmatter that repeats something without end takes no longer than its length', () => {
  test.each<[string, string]>([
    ['aliases', `a: &a x\nb: [${'*a,'.repeat(5_000)}]`],
    ['aliases, one of another', `a0: &a0 x\n${many(5_000, (at) => `a${at + 1}: &a${at + 1} *a${at}`).join('\n')}`],
    [
      'aliases that double',
      `a0: &a0 [x,x]\n${many(500, (at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at}]`).join('\n')}`,
    ],
    ['merged mappings', `a: &a {b: c}\n${many(2_000, (at) => `k${at}: {<<: *a}`).join('\n')}`],
    ['unknown tools as a list', `tools: [${many(10_000).join(', ')}]`],
    ['unknown tools as a text', `tools: ${many(10_000).join(', ')}`],
    ['unknown tools, each on a line', `tools:\n${many(10_000, (at) => `  - n${at}`).join('\n')}`],
    ['unknown MCP tools', `tools: ${many(10_000, (at) => `mcp__s${at}__*`).join(', ')}`],
    ['one unknown tool', `tools: [${'Foo, '.repeat(10_000)}]`],
    ['rules that are not closed', `tools: ${'Bash('.repeat(40_000)}`],
    ['rules that are not opened', `tools: ${'Bash)'.repeat(40_000)}`],
    ['skills', `skills: [${many(5_000).join(', ')}]`],
    ['servers', `mcpServers: [${many(5_000).join(', ')}]`],
    ['unknown keys', many(10_000, (at) => `k${at}: 1`).join('\n')],
    ['one key', 'model: opus\n'.repeat(10_000)],
    ['values that have to be repaired', many(5_000, (at) => `k${at}: a: b`).join('\n')],
    ['quotes', `x: ${'"'.repeat(200_000)}`],
    ['a long text', `x: ${'y '.repeat(100_000)}`],
    ['a long key', `${'k'.repeat(200_000)}: 1`],
    ['blanks', `x:${' '.repeat(200_000)}1`],
    ['comments', '# a\n'.repeat(50_000)],
    ['ends of documents', '...\n\n'.repeat(50_000)],
    ['an end of a document and blank lines', `...\n${' \n'.repeat(100_000)}`],
    ['carriage returns', `x: 1${'\r'.repeat(200_000)}`],
  ])('%s', (_, frontmatter) => {
    expectInTime(AGENT, agentOf(frontmatter));
  });
});
