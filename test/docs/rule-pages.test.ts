import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/fix/apply-fixes.js';
import { planFixes } from '../../src/fix/plan-fixes.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { catalogue, RULE_IDS, severityOf } from '../../src/validate/rules/catalogue.js';
import type { Rule } from '../../src/validate/rules/rule.js';
import { validate } from '../../src/validate/validate.js';
import { findDeadNames } from './dead-names.js';
import { makeExample, needsShell } from './example.js';
import { writeRuleIndex } from './rule-index.js';
import { listRulePages, RULE_PAGES, readRulePage, SECTIONS } from './rule-page.js';

const pages = await listRulePages();
/** A rule without a page fails the first test, and only that one. */
const documented = RULE_IDS.filter((id) => pages.includes(id));

const brief = ({ ruleId, severity, location, message }: Diagnostic) =>
  `${location.file}:${location.line} ${severity} ${ruleId} ${message}`;

test('every rule has a page, and every page a rule', () => {
  expect(pages.toSorted()).toEqual(RULE_IDS.toSorted());
});

test.runIf(documented.length === RULE_IDS.length)(
  'the index is what catalogue and pages say (npx vitest run test/docs -u writes it again)',
  async () => {
    await expect(await writeRuleIndex()).toMatchFileSnapshot(path.join(RULE_PAGES, 'README.md'));
  },
);

describe.each(documented)('%s', (id) => {
  const rule: Rule<never> = catalogue[id];

  test('has the headings of every page, and prose where prose belongs', async () => {
    const { headings, sections } = await readRulePage(id);
    expect(headings).toEqual([`# ${id}`, ...SECTIONS.map((title) => `## ${title}`)]);
    expect(sections.get('Why')?.prose).toMatch(/\.\n*$/);
    expect(sections.get('Source')?.prose).toMatch(/\.\n*$/);
  });

  test('says in one short sentence what is wrong, and then the effect that the catalogue has', async () => {
    const { sentence, effect } = await readRulePage(id);
    expect(sentence).toMatch(/^[A-Z"`][^\n]{10,198}\.$/);
    const start = `Effect: **${rule.effect}** (${severityOf(id)}).`;
    expect(effect.slice(0, start.length)).toBe(start);
    expect(effect.slice(start.length)).toMatch(rule.fixable ? /^ Fixed by `--fix`[^\n]*\.$/ : /^$/);
  });

  test('names no rule, no file of the repository and no link that does not exist', async () => {
    expect(await findDeadNames(await readRulePage(id))).toEqual([]);
  });

  test('Wrong reports this rule, and besides at most what it says there', async (context) => {
    const { prose = '', blocks = [] } = (await readRulePage(id)).sections.get('Wrong') ?? {};
    if (process.platform === 'win32' && needsShell(blocks)) context.skip();
    const found = validate(await makeExample(blocks)).diagnostics;
    const own = found.filter(({ ruleId }) => ruleId === id);
    const others = found.filter((one) => one.ruleId !== id);
    expect(own, found.map(brief).join('\n')).not.toEqual([]);
    expect(own.some(({ fixable }) => fixable)).toBe(rule.fixable !== undefined);
    expect(others.filter(({ ruleId }) => !prose.includes(`\`${ruleId}\``)).map(brief)).toEqual([]);
  });

  if (rule.fixable) {
    test('Wrong is put right by --fix wherever a finding says so', async (context) => {
      const { blocks = [] } = (await readRulePage(id)).sections.get('Wrong') ?? {};
      if (process.platform === 'win32' && needsShell(blocks)) context.skip();
      const example = await makeExample(blocks);
      const { diagnostics } = validate(example);
      await applyFixes(planFixes(example), () => {});
      const left = diagnostics.filter(({ fixable }) => !fixable);
      expect(validate(example).diagnostics.map(({ ruleId, message }) => [ruleId, message])).toEqual(
        left.map(({ ruleId, message }) => [ruleId, message]),
      );
    });
  }

  test('Right reports nothing', async (context) => {
    const { blocks = [] } = (await readRulePage(id)).sections.get('Right') ?? {};
    if (process.platform === 'win32' && needsShell(blocks)) context.skip();
    expect(blocks).not.toEqual([]);
    expect(validate(await makeExample(blocks)).diagnostics.map(brief)).toEqual([]);
  });
});
