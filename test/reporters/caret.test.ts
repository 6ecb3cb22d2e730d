import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/reporters/text.js';
import { diagnosticAt, reportOf } from './report-of.js';

type Case = [name: string, source: string, line: number, column: number, underlined: string];

/** How many cells of a terminal a text takes, where a tab reaches to the next multiple of `tab`. */
function cellsOf(text: string, tab: number): number {
  let cells = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (segment === '\t') cells += tab - (cells % tab);
    else cells += /^[\p{Emoji_Presentation}\p{Script=Han}]/u.test(segment) ? 2 : 1;
  }
  return cells;
}

/** Where the carets start and end below the source line, and where what they should underline does, in cells. */
function measure([, source, line, column, underlined]: Case, tab: number) {
  const [, shown = '', under = ''] = formatText(reportOf([diagnosticAt(source, line, column)]), {
    colour: false,
  }).split('\n');
  const from = shown.indexOf(underlined);
  // Each case has its text once; otherwise the caret could stand below another one.
  expect(from).toBeGreaterThan(-1);
  expect(shown.indexOf(underlined, from + 1)).toBe(-1);
  const at = under.indexOf('^');
  return {
    carets: [cellsOf(under.slice(0, at), tab), cellsOf(under, tab)],
    text: [cellsOf(shown.slice(0, from), tab), cellsOf(shown.slice(0, from + underlined.length), tab)],
  };
}

function standsBelow(one: Case): void {
  for (const tab of [1, 4, 8]) {
    const { carets, text } = measure(one, tab);
    expect(carets).toEqual(text);
  }
}

const long = (before: number, after: number) => `${'x '.repeat(before / 2)}Foo${' y'.repeat(after / 2)}`;

describe('the carets stand below the whole text that they are about', () => {
  test.each<Case>([
    ['in the first column', 'Foo: a', 1, 1, 'Foo'],
    ['at the end of the line', 'tools: Foo', 1, 8, 'Foo'],
    ['behind a tab', 'tools:\tFoo', 1, 8, 'Foo'],
    ['behind tabs at the start and within', '\t- a\tb\t\tFoo', 1, 9, 'Foo'],
    ['in a Windows line', 'a\r\nb: Foo\r\nc', 2, 4, 'Foo'],
    ['behind a byte order mark', '\uFEFFname: Foo', 1, 8, 'Foo'],
    ['behind a terminal escape', 'a\u001b[31m Foo', 1, 8, 'Foo'],
    ['behind a NUL', 'a\0 Foo', 1, 4, 'Foo'],
    ['behind a bare carriage return', 'a\rb Foo', 1, 5, 'Foo'],
    ['behind a mark that turns the direction', 'a \u202e Foo', 1, 5, 'Foo'],
    ['behind an umlaut', 'Größe: Foo', 1, 8, 'Foo'],
    ['in quotation marks with a blank', 'a: "Foo bar" b', 1, 4, '"Foo bar"'],
    ['in a list', 'a: [b, Foo, c]', 1, 8, 'Foo'],
    ['in line 9999', `${'\n'.repeat(9998)}a: Foo`, 9999, 4, 'Foo'],
    ['in the middle of a line of 1003 characters', long(500, 500), 1, 501, 'Foo'],
    ['at the start of a long line', long(0, 500), 1, 1, 'Foo'],
    ['at the end of a long line', long(500, 0), 1, 501, 'Foo'],
    ['in the last column that needs no cut', long(78, 500), 1, 79, 'Foo'],
    ['in the first column that needs a cut', long(80, 500), 1, 81, 'Foo'],
    ['behind an emoji, which is two cells wide', 'a \u{1F600} Foo', 1, 6, 'Foo'],
    ['behind a combining accent, which has no width', 'e\u0301 Foo', 1, 4, 'Foo'],
    ['behind Chinese characters', '名前: Foo', 1, 5, 'Foo'],
    ['in line 10000, whose number is wider', `${'\n'.repeat(9999)}a: Foo`, 10000, 4, 'Foo'],
    ['at a text with a control character in it', 'a: F\u0007o', 1, 4, 'F\\u0007o'],
  ])('%s', (...one) => standsBelow(one));
});

describe('a line is cut to 160 characters', () => {
  const shownOf = (source: string, column: number) =>
    (formatText(reportOf([diagnosticAt(source, 1, column)]), { colour: false }).split('\n')[1] ?? '').slice(7);

  test.each([
    ['160', 160, 1, 160],
    ['161', 161, 1, 160],
    ['161, at its end', 161, 161, 160],
    ['10000', 10_000, 5_000, 160],
    ['10000, behind its end', 10_000, 10_001, 160],
    ['1', 1, 1, 1],
  ])('when it has %s', (_, length, column, shown) => {
    expect(shownOf('x'.repeat(length), column)).toBe('x'.repeat(shown));
  });

  test('which are those around the place', () => {
    const shown = shownOf(long(500, 500), 501);
    expect(shown.indexOf('Foo')).toBe(40);
  });

  test('below which no caret stands behind its end', () => {
    const { excerpt } = diagnosticAt(`${'a '.repeat(100)}${'x'.repeat(500)}`, 1, 201);
    expect(excerpt).toMatchObject({ column: 41, length: 120 });
    expect(excerpt?.text).toHaveLength(160);
  });

  // Half an emoji is printed as U+FFFD.
  test('and no emoji is cut into halves', () => {
    expect(shownOf(`x${'\u{1F600}'.repeat(100)}`, 1)).not.toMatch(/\p{Cs}/u);
  });
});
