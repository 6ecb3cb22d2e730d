import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KNOWN_TOOLS, REMOVED_TOOLS } from '../../src/client/tools.js';
import { isObject } from '../../src/is-object.js';
import { planMemory } from './fix-memory.js';

const AGENT = '.claude/agents/a.md';
const tool = fc.constantFrom('Read', 'Edit', 'Glob', 'Bash', 'mcp__a__b', ...REMOVED_TOOLS.keys());
const names = fc.array(tool, { minLength: 1, maxLength: 6 });
const comment = fc.constantFrom('', '', ' # why', ' # Edit, MultiEdit');
const quoted = fc.constantFrom('', '', '"', "'");

const blockItem = fc
  .tuple(fc.array(tool, { minLength: 1, maxLength: 2 }), quoted, comment, fc.constantFrom('', '# own line', '  # far'))
  .map(([all, quote, behind, above]) => [...(above ? [above] : []), `- ${quote}${all.join(', ')}${quote}${behind}`]);
const blockList = fc
  .tuple(fc.array(blockItem, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '  ', '    '))
  .map(([items, indent]) => ['tools:', ...items.flat().map((line) => indent + line)]);
const flowList = fc
  .tuple(names, quoted, fc.constantFrom(', ', ',', ' , '), fc.constantFrom('', ' ', ','), comment)
  .map(([all, quote, comma, end, behind]) => [
    `tools: [${all.map((name) => quote + name + quote).join(comma)}${end}]${behind}`,
  ]);
const flowLines = fc
  .tuple(fc.array(fc.tuple(tool, comment), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([items, comma]) => [
    'tools: [',
    ...items.map(([name, behind], index) => `  ${name}${comma || index < items.length - 1 ? ',' : ''}${behind}`),
    ']',
  ]);
const commaString = fc
  .tuple(names, quoted, fc.constantFrom(', ', ',', ' '), comment)
  .map(([all, quote, comma, behind]) => [`tools: ${quote}${all.join(comma)}${quote}${behind}`]);
const folded = names.map((all) => ['tools: >-', ...all.map((name) => `  ${name},`)]);

const flat = fc
  .tuple(
    fc.subarray(['timeout: 5', '# aside', '', 'async: true', 'statusMessage: "a: b"'], { minLength: 0 }),
    fc.constantFrom(
      'command: ls -l',
      "command: 'echo ''a'''",
      'command: |\n  ls\n\n    -l',
      'command: $CLAUDE_PROJECT_DIR/bin',
    ),
    fc.boolean(),
    fc.constantFrom('block', 'flow'),
  )
  .map(([others, command, typed, style]) => {
    if (style === 'flow')
      return `- {${typed ? 'type: command, ' : ''}command: ls $CLAUDE_PROJECT_DIR, timeout: 5}`.split('\n');
    const lines = [command, ...(typed ? ['type: command'] : []), ...others].join('\n').split('\n');
    return lines.map((line, index) => (index === 0 ? `- ${line}` : line && `  ${line}`));
  });
const hooks = fc.tuple(fc.array(flat, { maxLength: 3 }), fc.constantFrom(2, 4)).map(([entries, indent]) => {
  if (entries.length === 0) return [];
  return ['hooks:', '  Stop:', ...entries.flat().map((line) => line && `${' '.repeat(indent)}${line}`)];
});

const agents = fc
  .record({
    tools: fc.oneof(blockList, flowList, flowLines, commaString, folded),
    hooks,
    others: fc.subarray(['color: red', '# aside', 'skills: [lint] # one', 'model: "opus"', ''], { minLength: 0 }),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    end: fc.constantFrom('\n', '', '\nBody with MultiEdit.\n'),
  })
  .map(({ tools, hooks: table, others, lineBreak, bom, end }) => {
    const lines = ['---', 'name: a', 'description: "Reads: all"', ...others, ...tools, ...table, '---'];
    return { text: bom + lines.join('\n').split('\n').join(lineBreak) + end.replaceAll('\n', lineBreak), lineBreak };
  });

const valuesOf = (text: string): Record<string, unknown> => {
  const value: unknown = parse(text.replace(/^\uFEFF/, '').split('---')[1] ?? '', { uniqueKeys: false });
  return isObject(value) ? value : {};
};
const toolsOf = ({ tools }: Record<string, unknown>) =>
  String(tools)
    .split(/[\s,]+/)
    .filter(Boolean);
const FIXED = ['agent-tool-unknown', 'hook-form', 'hook-path-unquoted'];

test('any list of tools and any flat hook is put right for good, and nothing else changes', () => {
  fc.assert(
    fc.property(agents, ({ text, lineBreak }) => {
      const { texts, report, notFixed } = planMemory({ [AGENT]: text });
      const fixed = texts.get(AGENT) ?? text;
      expect(notFixed).toEqual([]);
      expect(report.diagnostics.filter(({ ruleId }) => FIXED.includes(ruleId))).toEqual([]);
      expect(planMemory({ [AGENT]: fixed }).fixes).toEqual([]);

      const [{ tools: _, hooks: before, ...rest }, { tools: __, hooks: after, ...same }] = [
        valuesOf(text),
        valuesOf(fixed),
      ];
      expect(same).toEqual(rest);
      const wanted = new Set(toolsOf(valuesOf(text)).map((name) => REMOVED_TOOLS.get(name) ?? name));
      expect(new Set(toolsOf(valuesOf(fixed)))).toEqual(wanted);
      expect([...wanted].every((name) => KNOWN_TOOLS.has(name) || name.startsWith('mcp__'))).toBe(true);
      expect(after).toEqual(before && nested(before));
      expect(untouched(text, lineBreak)).toEqual(untouched(fixed, lineBreak));
    }),
    { numRuns: 300 },
  );
});

function nested(hooks: unknown): unknown {
  const { Stop } = hooks as { Stop: { command: string }[] };
  return {
    Stop: Stop.map(({ command, ...entry }) => ({
      hooks: [
        { type: 'command', ...entry, command: command.replaceAll('$CLAUDE_PROJECT_DIR', '"$CLAUDE_PROJECT_DIR"') },
      ],
    })),
  };
}

/** The lines that no fix may touch but for their indentation, in order: comments, fences, other keys, the body. */
function untouched(text: string, lineBreak: string): string[] {
  return text
    .split(lineBreak)
    .map((line) => line.trim())
    .filter((line) =>
      /^(?:\uFEFF?---|#|color|skills|model|name|description|timeout|async|statusMessage|-l$|Body)/.test(line),
    );
}
