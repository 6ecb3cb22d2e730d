import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReport, deriveShape } from '../../src/definition/report-contract.js';

const contractOf = (example: unknown) => ({ shape: deriveShape(example), example: JSON.stringify(example) });
const check = (example: unknown, report: unknown) => checkReport(contractOf(example), report);
const pointers = (example: unknown, report: unknown) => check(example, report).map(({ pointer }) => pointer);

describe('keys', () => {
  test('of the example are required, at every depth, and reported in its order', () => {
    const example = { b: 1, a: { d: 'x', c: [] } };
    expect(pointers(example, {})).toEqual(['/b', '/a']);
    expect(pointers(example, { b: 1, a: {} })).toEqual(['/a/d', '/a/c']);
    expect(check({ a: 'x' }, {})).toEqual([
      { pointer: '/a', expected: 'a string such as "x" or null', found: 'no such key' },
    ]);
  });

  test('beyond those of the example are welcome', () => {
    expect(check({ a: 1 }, { a: 2, b: [null], c: { d: 1 } })).toEqual([]);
    expect(check({}, { a: 1 })).toEqual([]);
  });

  test('that only some items of a list have are optional, and checked where they stand', () => {
    const example = { list: [{ a: 1 }, { a: 2, b: 'x' }, { a: 3, c: true }] };
    expect(pointers(example, { list: [{ a: 4 }, { a: 5, b: 'y', c: false }] })).toEqual([]);
    expect(pointers(example, { list: [{ b: 6 }] })).toEqual(['/list/0/a', '/list/0/b']);
  });

  test('are escaped in a JSON pointer', () => {
    const example = { 'a/b': { '~': 1, '~1': 2, '': 3 } };
    expect(pointers(example, { 'a/b': {} })).toEqual(['/a~1b/~0', '/a~1b/~01', '/a~1b/']);
  });

  test('that every object inherits count as missing until the report has them', () => {
    const example = JSON.parse('{"toString": 1, "__proto__": 2}');
    expect(pointers(example, {})).toEqual(['/toString', '/__proto__']);
    expect(pointers(example, JSON.parse('{"toString": 3, "__proto__": 4}'))).toEqual([]);
  });
});

describe('null', () => {
  test('fits any value below the report', () => {
    const example = { a: 'x', b: 1, c: true, d: [1], e: { f: 1 } };
    expect(check(example, { a: null, b: null, c: null, d: null, e: null })).toEqual([]);
    expect(check(example, { ...example, e: { f: null } })).toEqual([]);
    expect(check({ list: [{ a: 1 }] }, { list: [{ a: null }] })).toEqual([]);
  });

  test('does not fit the report itself', () => {
    expect(check({ a: 1 }, null)).toEqual([{ pointer: '', expected: 'an object with "a" or null', found: 'null' }]);
  });

  test('does not fit an item of a list', () => {
    expect(check({ a: ['x'] }, { a: ['y', null] })).toEqual([
      { pointer: '/a/1', expected: 'a string such as "x"', found: 'null' },
    ]);
    expect(pointers({ a: [[1]] }, { a: [[null], null] })).toEqual(['/a/0/0', '/a/1']);
  });

  test('in the example says nothing about the type', () => {
    for (const value of [null, 1, 'x', [null], {}]) expect(check({ a: null }, { a: value })).toEqual([]);
    expect(pointers({ a: null }, {})).toEqual(['/a']);
  });
});

describe('lists', () => {
  test('may be empty or longer than in the example', () => {
    expect(check({ a: [1] }, { a: [] })).toEqual([]);
    expect(check({ a: [1] }, { a: [2, 3, 4] })).toEqual([]);
  });

  test('that are empty in the example take any items', () => {
    expect(check({ a: [] }, { a: [1, 'x', null, {}] })).toEqual([]);
    expect(pointers({ a: [] }, { a: {} })).toEqual(['/a']);
  });

  test('have every item checked', () => {
    expect(pointers({ a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 'x' }, 'x', { c: 1 }] })).toEqual([
      '/a/1/b',
      '/a/2',
      '/a/3/b',
    ]);
  });

  test('with items of several types take each of them and no other', () => {
    const example = { a: [1, 'x', { b: 1 }, { c: 2 }, [true]] };
    expect(check(example, { a: ['y', 2, { b: 3 }, { c: 4 }, {}, [false]] })).toEqual([]);
    expect(pointers(example, { a: [true, { b: 'x' }, [1]] })).toEqual(['/a/0', '/a/1/b', '/a/2/0']);
  });
});

describe('a text', () => {
  test.each<[string, string[], string[], string[]]>([
    ['an HTTP method in capitals', ['POST', 'GET'], ['PATCH'], ['post', 'POST /', 'FETCH', '']],
    ['a path that starts with "/"', ['/api', '/'], ['/api/{id}?a=b'], ['api', '/a b', 'https://x/', '/a\n']],
    ['a rate limit of the form N/unit', ['10/min'], ['5/second'], ['10', 'ten/min', '10/', '10/min each']],
  ])('keeps to %s where every example does', (description, examples, fitting, others) => {
    expect(check({ list: examples }, { list: fitting })).toEqual([]);
    expect(check({ list: examples }, { list: others })).toEqual(
      others.map((text, index) => ({
        pointer: `/list/${index}`,
        expected: `${description} such as "${examples[0]}" or null`,
        found: JSON.stringify(text),
      })),
    );
    expect(check({ list: [...examples, 'none'] }, { list: others })).toEqual([]);
  });

  test('keeps to the pattern of its key in all items of a list, and null stands in for it', () => {
    const example = { list: [{ limit: '1/min' }, { limit: '2/min' }] };
    expect(check(example, { list: [{ limit: null }] })).toEqual([]);
    expect(pointers(example, { list: [{ limit: '3/min' }, { limit: 'none' }] })).toEqual(['/list/1/limit']);
    expect(pointers({ list: [{ limit: '1/min' }, { limit: 'none' }] }, { list: [{ limit: 'no' }] })).toEqual([]);
  });

  test('may keep to a pattern beside items of other types', () => {
    const example = { list: ['GET', 1, 'PUT'] };
    expect(pointers(example, { list: ['POST', 2, 'no method'] })).toEqual(['/list/2']);
  });
});

test.each<[unknown, unknown, string, string]>([
  ['x', 1, 'a string such as "x" or null', '1'],
  [1, '1', 'a number such as 1 or null', '"1"'],
  [true, 0, 'a boolean such as true or null', '0'],
  [[1], {}, 'a list, empty where it does not apply', 'an object'],
  [{ b: 1, c: 2 }, [], 'an object with "b", "c" or null', 'a list'],
  [{}, 'x', 'an object with any keys or null', '"x"'],
  ['x', 'y'.repeat(100).split(''), 'a string such as "x" or null', 'a list'],
  [1, 'y'.repeat(100), 'a number such as 1 or null', `"${'y'.repeat(76)}...`],
])('where %j is expected and %j is found, both are put in words', (example, value, expected, found) => {
  expect(check({ a: example }, { a: value })).toEqual([{ pointer: '/a', expected, found }]);
});

test('a report that is no object is one violation', () => {
  for (const report of [[], 'x', 1, true]) expect(pointers({ a: 1 }, report)).toEqual(['']);
});

test('every example keeps the contract that is derived from it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (example) => {
      expect(check(example, example)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

// The shape of the second list is dropped when both lists hold several types.
test('an example keeps its contract when its lists of lists hold different types', () => {
  const example = {
    a: [
      [1, 'x'],
      ['x', true],
    ],
  };
  expect(check(example, example)).toEqual([]);
});

// Null within a list is refused even where the example itself has it.
test('an example keeps its contract when one of its lists holds null and something else', () => {
  const example = { a: [null, 1] };
  expect(check(example, example)).toEqual([]);
});
