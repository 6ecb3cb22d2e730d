import fc from 'fast-check';

const PIECES = [
  ...['---', '---\n', '\n---\n', '\n', '\r\n', '\r', '\u2028', '\uFEFF', '\0', ' ', '\t', 'x', 'é', '\u{1F600}'],
  ...['name: x\n', 'description: a: b\n', 'tools:\n', '  - Read\n', '&a ', '*a', '!!js ', '"', "'", '{', '}', '[', ']'],
  ...['# ', '## ', '## Auto Mode\n', 'Activates for: a, b\n', '## MCP Tools\n', '- `mcp__a__*` - b\n', '- ', '1. '],
  ...['## Output Format\n', '## Example\n', '```', '```json\n', '~~~', '~~~~\n', '`', '{"a":1}\n', '| a | b |\n'],
  ...[
    '## Task Boundaries\n',
    '**DO:**\n',
    "**DON'T:**\n",
    "(that's y)\n",
    '## Boundaries\n',
    '- Allowed: a/**, b (c\n',
  ],
  ...['## Resource Scaling\n', '- Task: 1-2 tool calls (a + b)\n', '## Integration\n', '- **Hands off to:** a (`b`)\n'],
];

/** Texts of any characters, and texts put together from what an agent file is made of, in any order. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => `---\n${pieces.join('')}`),
  fc
    .tuple(fc.array(fc.constantFrom(...PIECES)), fc.array(fc.constantFrom(...PIECES)))
    .map(([frontmatter, body]) => `---\n${frontmatter.join('')}\n---\n${body.join('')}`),
);
