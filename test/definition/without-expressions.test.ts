import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '../../src/definition/body.js';
import { findCodeFences } from '../../src/definition/fences.js';
import { readLabel } from '../../src/definition/inline-list.js';
import { LineMap } from '../../src/definition/location.js';
import { parseSections } from '../../src/definition/markdown.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { readText } from '../../src/definition/text-lines.js';
import { TEXT_PATTERNS } from '../../src/definition/text-pattern.js';

/** One line of what the grammar is made of. */
const line = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((all) => all.join(''));
const RUNS = { numRuns: 3_000 };

test.each(Object.values(TEXT_PATTERNS))(
  '$description: a text has the form exactly when the expression says so',
  ({ form, fits }) => {
    const texts = line('GET', 'QUERY', 'get', '/', 'a', 'é', '7', '٣', '42', ' ', '\n', '\u00a0');
    fc.assert(
      fc.property(texts, (text) => {
        expect(fits(text)).toBe(new RegExp(form).test(text));
      }),
      RUNS,
    );
  },
);

test('an item is a line with a mark and blanks behind it', () => {
  const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/;
  fc.assert(
    fc.property(line(' ', '\t', '-', '*', '+', '1', '123456789', '.', ')', 'a', '\u00a0', '|'), (text) => {
      const [, indent, rest] = ITEM.exec(text) ?? [];
      const read = readText(text, 100);
      expect(read.kind === 'item').toBe(rest !== undefined);
      if (rest !== undefined) {
        const offset = 100 + text.length - rest.length;
        expect(read).toEqual({ kind: 'item', text: rest.trimEnd(), indent: indent?.length, offset });
      }
    }),
    RUNS,
  );
});

test('a label is what stands before a colon, in bold or not', () => {
  const LABEL = /^(?:\*\*)?([A-Za-z][A-Za-z, '’]{0,40}):(?:\*\*)?[ \t]*/;
  fc.assert(
    fc.property(line('**', '*', 'Before', 'x'.repeat(20), ',', ' ', "'", '’', ':', '\t', 'é', '1'), (text) => {
      const [all, label] = LABEL.exec(text) ?? [];
      const expected = all && { label: label?.toLowerCase(), text: text.slice(all.length), offset: 7 + all.length };
      expect(readLabel({ kind: 'prose', text, indent: 0, offset: 7 })).toEqual(expected);
    }),
    RUNS,
  );
});

test('a block opens at three marks or more, on a line of its own or of a list', () => {
  const OPENING = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,8})?(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)/;
  fc.assert(
    fc.property(line('`', '```', '~', '~~~', ' ', '\t', 'json', 'JS', '-', '1.', 'é', '\u00a0'), (text) => {
      const [, marker, language] = OPENING.exec(text.trimStart()) ?? [];
      expect(findCodeFences(text).map((fence) => fence.language)).toEqual(
        marker === undefined ? [] : [language?.toLowerCase()],
      );
    }),
    RUNS,
  );
});

test('a heading has one to six marks, at most three spaces before them and a blank behind', () => {
  const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
  fc.assert(
    fc.property(line(' ', '#', '##', '\t', 'a', 'Title', '\u00a0'), (text) => {
      const sections = parseSections({ text, offset: 0 }, new LineMap(text));
      expect(sections.map(({ level }) => level)).toEqual([HEADING.exec(text)?.[1]?.length].filter(Boolean));
    }),
    RUNS,
  );
});

test('a frontmatter begins behind a line of three dashes and ends at the next three', () => {
  const OPENING = /^---[^\S\n]*(\S[^\n]*)?\n/;
  fc.assert(
    fc.property(line('---', '-', ' ', '\n', '\r\n', 'a: b', '\t', '\u00a0'), (text) => {
      const opening = OPENING.exec(text);
      const split = splitFrontmatter(text);
      const opens = opening !== null && opening[1] === undefined;
      expect(split.kind === 'split' || split.kind === 'unclosed').toBe(opens && text.trim() !== '');
      if (split.kind !== 'split' || !opening) return;
      const rest = text.slice(split.frontmatter.offset + split.frontmatter.text.length + '---'.length);
      expect(split.frontmatter.offset).toBe(opening[0].length);
      expect(split.body.text).toBe(rest.slice(/^\s*?\n/.exec(rest)?.[0].length ?? 0));
    }),
    RUNS,
  );
});

test('a budget is a task, a range of tool calls and perhaps its steps', () => {
  const BUDGET = /^([^:]{1,80}):[ \t]*(\d{1,6})[ \t]*[-–][ \t]*(\d{1,6}) tool calls(?:[ \t]*\(([^()]*)\))?$/;
  const pieces = line('Task', ':', ' ', '5', '-', '–', '12', ' tool calls', ' (plan + test)', '(one)', 'x'.repeat(50));
  const usual = fc.tuple(
    ...['Task', ':', '5', '-', '12', ' tool calls', ' (plan + test)'].map((piece) => fc.constantFrom(piece, piece, '')),
  );
  let budgets = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        pieces,
        usual.map((all) => all.join('')),
      ),
      (text) => {
        const [, task, min, max, steps = ''] = BUDGET.exec(text.trim()) ?? [];
        if (task === undefined) return;
        budgets += 1;
        const markdown = `## Resource Scaling\n\n- ${text}\n`;
        const [budget] = parseBody({ text: markdown, offset: 0 }, new LineMap(markdown)).budgets;
        expect(budget).toMatchObject({ task, min: Number(min), max: Number(max) });
        expect(budget?.steps).toEqual(steps.split('+').flatMap((step) => step.trim() || []));
      },
    ),
    RUNS,
  );
  expect(budgets).toBeGreaterThan(20);
});
