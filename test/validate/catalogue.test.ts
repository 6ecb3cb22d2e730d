import { describe, expect, test } from 'vitest';
import { catalogue, RULE_IDS, severityOf } from '../../src/validate/rules/catalogue.js';
import { ALL_CASES } from './cases/all-cases.js';
import { diagnose } from './diagnose.js';

test('every rule of the catalogue has a case here, and no other rule has', () => {
  expect(Object.keys(ALL_CASES).toSorted()).toEqual(RULE_IDS.toSorted());
});

describe.each(RULE_IDS)('%s', (id) => {
  const { breaks, keeps, at, alongside = [], ...setting } = ALL_CASES[id];
  const found = () => diagnose(breaks, setting);

  test('is all that is reported about the least that breaks it', () => {
    const expected = [id, ...alongside].toSorted();
    expect(
      found()
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual(expected);
  });

  test('is reported at the part of the file that breaks it', () => {
    const { location, excerpt } = found().find(({ ruleId }) => ruleId === id) ?? {};
    const there = excerpt?.text.slice(excerpt.column - 1);
    if (at === undefined) expect(location).toMatchObject({ line: 1, column: 1 });
    else expect(there?.slice(0, at.length || undefined)).toBe(at);
  });

  test('is reported with the effect of the catalogue, the severity that follows, and words for a person', () => {
    const diagnostic = found().find(({ ruleId }) => ruleId === id);
    expect(diagnostic).toMatchObject({
      effect: catalogue[id].effect,
      severity: severityOf(id),
      page: `docs/rules/${id}.md`,
    });
    for (const text of [diagnostic?.message, diagnostic?.help]) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text).not.toMatch(/undefined|\[object|NaN|null/);
    }
  });

  test('is not reported about a neighbour that keeps it, nor is anything else', () => {
    expect(diagnose(keeps, setting)).toEqual([]);
  });
});
