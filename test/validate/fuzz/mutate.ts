import fc from 'fast-check';

/** One change of a text; `at` and `to` are places as parts of the whole, so that they fit any text. */
type Mutation = { kind: (typeof KINDS)[number]; at: number; to: number; inserted: string };

const KINDS = [
  'delete characters',
  'insert',
  'replace',
  'delete lines',
  'duplicate lines',
  'swap lines',
  'indent a line',
  'cut off',
] as const;

/** Pieces that mean something to one of the parsers. */
const TOKENS = [
  ...['---', '---\n', '---js\n', '...\n', '\r\n', '\r', '\t', '\0', '\uFEFF', '\u2028', '\u0085', '\uD800', '\uDFFF'],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!!js/function ',
    '!!binary ',
    '!<tag:x> ',
    '? ',
    ': ',
    '- ',
    '| ',
    '>-\n',
    '%YAML 1.2\n',
  ],
  ...['[', ']', '{', '}', '(', ')', '](', '`', '```\n', '~~~\n', '"', "'", '\\', '#', '## ', '* ', '|', '<!-- ', '-->'],
  ...[
    'name: ',
    'tools: ',
    'hooks:\n',
    'Stop:\n',
    'constructor: 1\n',
    '__proto__: 1\n',
    '{"__proto__": 1},',
    'null',
    '.nan',
  ],
  ...['Use Bash( ', 'Hands off to: ', "**DON'T:**\n", '## Output Format\n', '## Integration\n', '1-2 tool calls'],
  ...[
    'backend-system-architect: disable ',
    '# backend-system-architect: disable agent-name,x -- y\n',
    '${',
    '%',
    '😀',
    'é',
  ],
];

const RUNS = [
  '-',
  '[',
  '{',
  '*',
  '`',
  '#',
  '(',
  ' ',
  '\t',
  '\n',
  '&a',
  '- ',
  '? ',
  'a: ',
  '"',
  '\\',
  '|',
  '>',
  '!',
  '%',
  '$',
  '\0',
  '\r\n',
  '\uD800',
];

const inserted = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TOKENS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...RUNS), fc.integer({ min: 2, max: 400 }))
      .map(([text, count]) => text.repeat(count)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const part = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.record({ kind: fc.constantFrom(...KINDS), at: part, to: part, inserted });

/** A text with one to six changes. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc.array(mutation, { minLength: 1, maxLength: 6 }).map((changes) => changes.reduce(mutate, text));
}

/** The bytes of a changed text, of which some are put in the place of others without regard to UTF-8. */
export function mutatedBytes(text: string): fc.Arbitrary<Uint8Array> {
  const edit = fc.tuple(part, fc.uint8Array({ minLength: 1, maxLength: 4 }));
  return fc.tuple(mutated(text), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([changed, edits]) => {
    const bytes = Buffer.from(changed);
    for (const [at, values] of edits)
      bytes.set(values.slice(0, bytes.length), placeIn(Math.max(0, bytes.length - 4), at));
    return bytes;
  });
}

function mutate(text: string, { kind, at, to, inserted }: Mutation): string {
  const start = placeIn(text.length, at);
  // Most changes are small, so that the rest keeps its meaning.
  const end = Math.min(text.length, start + placeIn(20, to));
  const lines = text.split('\n');
  const line = placeIn(lines.length, at);
  const other = placeIn(lines.length, to);
  const count = 1 + placeIn(5, to);
  switch (kind) {
    case 'delete characters':
      return text.slice(0, start) + text.slice(end);
    case 'insert':
      return text.slice(0, start) + inserted + text.slice(start);
    case 'replace':
      return text.slice(0, start) + inserted + text.slice(end);
    case 'delete lines':
      return lines.toSpliced(line, count).join('\n');
    case 'duplicate lines':
      return lines.toSpliced(line, 0, ...lines.slice(line, line + count)).join('\n');
    case 'swap lines':
      return lines
        .with(line, lines[other] ?? '')
        .with(other, lines[line] ?? '')
        .join('\n');
    case 'indent a line':
      return lines.with(line, ' '.repeat(count) + (lines[line] ?? '')).join('\n');
    case 'cut off':
      return text.slice(0, start);
  }
}

/** An index below `length`. */
function placeIn(length: number, part: number): number {
  return Math.max(0, Math.min(length - 1, Math.floor(part * length)));
}
