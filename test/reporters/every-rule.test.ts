import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../../src/reporters/report.js';
import { RULE_IDS } from '../../src/validate/rules/catalogue.js';
import { ALL_CASES } from '../validate/cases/all-cases.js';
import { diagnose } from '../validate/diagnose.js';
import { OPTIONS, reportOf } from './report-of.js';
import { sarifFaults } from './sarif-schema.js';

/** What is found about the least that breaks the rule: real places, lines and words, not made up ones. */
const reportAbout = (id: (typeof RULE_IDS)[number]) => reportOf(diagnose(ALL_CASES[id].breaks, ALL_CASES[id]));

describe.each(RULE_IDS)('%s', (id) => {
  test('stands in a SARIF log that is valid against the schema, with a page and a region that is not empty', async () => {
    const log = JSON.parse(await formatReport(reportAbout(id), 'sarif', OPTIONS)) as Log;
    expect(sarifFaults(log)).toEqual([]);
    const [run] = log.runs;
    const rule = run?.tool.driver.rules?.find((one) => one.id === id);
    expect(rule?.shortDescription?.text).toMatch(/\S{2}/);
    expect(rule?.help?.markdown).toContain(id);
    for (const { startColumn = 0, endColumn } of (run?.results ?? []).map(
      ({ locations }) => locations?.[0]?.physicalLocation?.region ?? {},
    )) {
      expect(endColumn ?? Number.POSITIVE_INFINITY).toBeGreaterThan(startColumn);
    }
  });

  test('is printed for people with its place, its words and its page, and nothing that no one can read', async () => {
    const report = reportAbout(id);
    const text = await formatReport(report, 'text', OPTIONS);
    for (const { location, message, help, page } of report.diagnostics) {
      expect(text).toContain(`${location.file}:${location.line}:${location.column} `);
      for (const words of [message, help, page]) expect(text).toContain(words);
    }
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  test('is an annotation of its own for each finding', async () => {
    const report = reportAbout(id);
    const lines = (await formatReport(report, 'github', OPTIONS)).trimEnd().split('\n');
    expect(lines).toHaveLength(report.diagnostics.length);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]+,line=\d+,col=\d+,title=[\w-]+::\S/);
  });
});
