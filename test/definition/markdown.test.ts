import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineMap } from '../../src/definition/location.js';
import { findSection, mayMatch, parseSections, readWhole, type Section } from '../../src/definition/markdown.js';
import { placeOf } from './place-of.js';

const NAMES = /\b(?:Read|Bash|Write)/;
const hasName = (text: string) => NAMES.test(text);
const parse = (text: string) => parseSections({ text, offset: 0 }, new LineMap(text));
const lines = (text: string) => parse(`# A\n${text}`)[0]?.lines.map(({ kind, text: line }) => [kind, line]);

function outline(sections: Section[]): unknown[] {
  return sections.map(({ title, subsections }) => (subsections.length > 0 ? [title, outline(subsections)] : title));
}

describe('headings', () => {
  test('nest by level, also where a level is left out', () => {
    expect(outline(parse('# A\n## B\n#### C\n### D\n## E\n# F\n'))).toEqual([['A', [['B', ['C', 'D']], 'E']], 'F']);
  });

  test('may be indented by three spaces and need a space behind the marks', () => {
    expect(outline(parse('   # A\n    # B\n#C\n####### D\n'))).toEqual(['A']);
  });

  test('inside a fence are code', () => {
    expect(outline(parse('# A\n```md\n# B\n```\n~~~\n# C\n~~~\n# D\n'))).toEqual(['A', 'D']);
  });

  test('behind a fence that is never closed are code too', () => {
    const [section] = parse('# A\n```md\n# B\n');
    expect(section).toMatchObject({ subsections: [], code: [{ text: '# B', closed: false }] });
  });

  test('are located at the start of their line', () => {
    const text = 'Intro\n\n## A\n\n### B\n';
    const [a] = parse(text);
    expect(a?.location).toEqual(placeOf(text, '', '## A'));
    expect(a?.subsections[0]?.location).toEqual(placeOf(text, '', '### B'));
  });

  // The marks that may close a heading stay in its title, so `## Auto Mode ##` is not found.
  test('may be closed by marks of their own', () => {
    expect(outline(parse('# A #\n## B ##  \n'))).toEqual([['A', ['B']]]);
  });

  test('end at a Windows line end', () => {
    expect(outline(parse('# A\r\n\r\n## B\r\n'))).toEqual([['A', ['B']]]);
  });
});

test('what stands above the first heading belongs to no section', () => {
  expect(parse('Intro\n\n```js\n1\n```\n# A\n')).toMatchObject([{ title: 'A', lines: [], code: [] }]);
});

test('a section is found in any case, at the top or below the first heading, and not deeper', () => {
  const sections = parse('# Agent\n## Auto Mode\n### Deep\n');
  expect(findSection(sections, 'AGENT')?.level).toBe(1);
  expect(findSection(sections, 'auto mode')?.level).toBe(2);
  expect(findSection(sections, 'Deep')).toBeUndefined();
});

describe('lines', () => {
  test('tell items, rows and prose apart', () => {
    expect(lines('a\n\n- b\n* c\n+ d\n1. e\n2) f\n\n| g | h |\n')).toEqual([
      ['prose', 'a'],
      ['item', 'b'],
      ['item', 'c'],
      ['item', 'd'],
      ['item', 'e'],
      ['item', 'f'],
      ['row', '| g | h |'],
    ]);
  });

  test('that go on in the next line are one, with a space for each character between them', () => {
    expect(lines('- a long\n  item\nthat wraps\n- b\n\nprose that\nwraps\n')).toEqual([
      ['item', 'a long   item that wraps'],
      ['item', 'b'],
      ['prose', 'prose that wraps'],
    ]);
  });

  test('end at a blank line, a heading and a fence', () => {
    const [section] = parse('# A\n- a\n\nb\n```\ncode\n```\nc\n## B\nd\n');
    expect(section?.lines.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(section?.subsections[0]?.lines.map(({ text }) => text)).toEqual(['d']);
  });

  test('keep their indentation and the offset of their text', () => {
    const text = '# A\n- a\n  - `b`\n';
    expect(parse(text)[0]?.lines).toMatchObject([
      { text: 'a', indent: 0, offset: text.indexOf('a') },
      { text: '`b`', indent: 2, offset: text.indexOf('`b`') },
    ]);
  });
});

describe('code blocks', () => {
  test('belong to the section they stand in, with the places of fence and code', () => {
    const text = '# A\n## B\n1. Do\n\n   ```json\n   {}\n   ```\n## C\n~~~sh\nls\n~~~\n';
    const [b, c] = parse(text)[0]?.subsections ?? [];
    expect(b?.code).toMatchObject([
      { language: 'json', location: placeOf(text, '', '   ```json'), textLocation: placeOf(text, '', '   {}') },
    ]);
    expect(c?.code).toMatchObject([{ language: 'sh', text: 'ls', location: placeOf(text, '', '~~~sh') }]);
  });

  test('of a body that starts further down are located in the whole file', () => {
    const file = '---\nname: a\n---\n# A\n```json\n{}\n```\n';
    const offset = file.indexOf('# A');
    const [section] = parseSections({ text: file.slice(offset), offset }, new LineMap(file));
    expect(section?.code[0]?.textLocation).toEqual(placeOf(file, '', '{}'));
    expect(section?.location).toEqual(placeOf(file, '', '# A'));
  });
});

describe('where a section has no match', () => {
  const words = fc.constantFrom(
    'Read',
    'Bash(ls)',
    '`Write`',
    'aRead',
    '\n',
    '\r\n',
    ' ',
    '- ',
    '1. ',
    '| ',
    '## A\n',
    '```\n',
  );

  test('none of its lines has one', () => {
    const all = (section: Section): Section[] => [section, ...section.subsections.flatMap(all)];
    let matches = 0;
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (pieces) => {
        for (const section of parse(`# A\n${pieces.join('')}`)) {
          const hasMatch = all(section).some(({ lines }) => lines.some(({ text }) => NAMES.test(text)));
          if (hasMatch) matches += 1;
          // As data, which has its lines and no text, it says the same of each of them.
          expect(mayMatch(readWhole(section), hasName)).toBe(hasMatch);
          if (hasMatch) expect(mayMatch(section, hasName)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(matches).toBeGreaterThan(50);
    expect(mayMatch(parse('# Read\n```\nRead\n```\n')[0] as Section, hasName)).toBe(false);
  });
});
