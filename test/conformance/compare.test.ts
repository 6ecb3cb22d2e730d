import { expect, test } from 'vitest';
import { definition } from '../../conformance/case.js';
import { compare } from '../../conformance/compare.js';
import type { CaseResult } from '../../conformance/results.js';

const cases = [definition('theme', 'one', ''), definition('theme', 'two', '')];
const loaded: CaseResult = { loaded: true, said: 'nothing', seen: 'listed' };

test('results that are the same draw no line', () => {
  const results = { 'theme-one': loaded, 'theme-two': loaded };
  expect(compare(results, { ...results }, cases)).toEqual([]);
});

test('a result that has changed, and one that the table lacks, are named with both sides', () => {
  const lines = compare(
    { 'theme-one': loaded },
    { 'theme-one': { ...loaded, loaded: false }, 'theme-two': loaded },
    cases,
  );
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^theme-one: the table has .*"loaded":true.* the client gives .*"loaded":false/);
  expect(lines[1]).toMatch(/^theme-two: the table has nothing, the client gives /);
});
