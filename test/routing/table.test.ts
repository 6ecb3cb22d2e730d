import { expect, test } from 'vitest';
import { parseRoutingTable } from '../../src/routing/table.js';

const GROUP = { name: 'a', weight: 1, terms: ['x'] };
const withGroup = (changes: object) =>
  JSON.stringify({ threshold: 1, keywordWeight: 1, groups: [{ ...GROUP, ...changes }] });

test('a table is read, with a byte order mark too', () => {
  expect(parseRoutingTable(`\uFEFF${withGroup({ for: ['API'] })}`).groups).toEqual([
    { name: 'a', weight: 1, for: ['API'], lines: 'x' },
  ]);
});

test.each([
  ['{', 'it is not JSON: '],
  ['[]', 'the table must be an object, but is []'],
  ['{"threshold":1,"keywordWeight":1}', 'groups must be a list, but is missing'],
  ['{"threshold":0,"keywordWeight":1,"groups":[]}', 'threshold must be a number above 0, but is 0'],
  ['{"threshold":1,"keywordWeight":"1","groups":[]}', 'keywordWeight must be a number, but is "1"'],
  ['{"tresh":1}', 'the table has the key "tresh"; allowed are threshold, keywordWeight, groups'],
  [withGroup({ weight: null }), 'groups[0].weight must be a number, but is null'],
  [withGroup({ terms: ['x', ' '] }), 'groups[0].terms[1] must be a text, but is " "'],
  [withGroup({ for: 'API' }), 'groups[0].for must be a list, but is "API"'],
  [withGroup({ words: [] }), 'groups[0] has the key "words"; allowed are name, weight, for, terms'],
])('%s is refused: %s', (text, message) => {
  expect(() => parseRoutingTable(text)).toThrow(message);
});
