import { describe, expect, test } from 'vitest';
import { catalogue, RULE_IDS, type RuleId, severityOf } from '../../src/validate/rules/catalogue.js';
import { agentCases } from './cases/agent-cases.js';
import { configCases } from './cases/config-cases.js';
import { fileCases } from './cases/file-cases.js';
import { hookCases } from './cases/hook-cases.js';
import type { RuleCase } from './cases/rule-case.js';
import { sectionCases } from './cases/section-cases.js';
import { skillCases } from './cases/skill-cases.js';
import { diagnose } from './diagnose.js';

const CASES: Record<RuleId, RuleCase> = {
  ...fileCases,
  ...agentCases,
  ...hookCases,
  ...sectionCases,
  ...skillCases,
  ...configCases,
};

test('every rule of the catalogue has a case here, and no other rule has', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(RULE_IDS.toSorted());
});

describe.each(RULE_IDS)('%s', (id) => {
  const { breaks, keeps, alongside = [], ...setting } = CASES[id];
  const found = () => diagnose(breaks, setting);

  test('is all that is reported about the least that breaks it', () => {
    const expected = [id, ...alongside].toSorted();
    expect(
      found()
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual(expected);
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
