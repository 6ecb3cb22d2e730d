import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineMap } from '../../src/definition/location.js';
import { arbitraryText } from './arbitrary-text.js';

test('lines and columns count from 1, and a line end belongs to the line that it ends', () => {
  const lines = new LineMap('ab\n\ncd');
  expect([0, 1, 2, 3, 4, 5, 6].map((offset) => Object.values(lines.locate(offset)))).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 3],
  ]);
});

test('a letter beyond the basic plane counts as two columns, as editors count', () => {
  expect(new LineMap('\u{1F600}x').locate(2)).toEqual({ line: 1, column: 3 });
});

test('every offset has the line and column of a naive count', () => {
  fc.assert(
    fc.property(
      fc.oneof(arbitraryText, fc.string({ unit: fc.constantFrom('a', '\n', '\r\n') })),
      fc.nat(),
      (text, number) => {
        const offset = number % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        expect(new LineMap(text).locate(offset)).toEqual({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
        });
      },
    ),
  );
});
