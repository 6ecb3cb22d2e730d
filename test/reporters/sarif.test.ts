import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatSarif } from '../../src/reporters/sarif.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { RULE_IDS, severityOf } from '../../src/validate/rules/catalogue.js';
import { diagnosticAt, diagnosticOf, OPTIONS, reportOf } from './report-of.js';
import { sarifFaults } from './sarif-schema.js';

const LONG = `tools: ${'x'.repeat(300)} Foo ${'y'.repeat(300)}`;
const EVERY_RULE = RULE_IDS.map((ruleId) => diagnosticOf({ ruleId, severity: severityOf(ruleId) })).reverse();
const REPORTS: [string, Diagnostic[]][] = [
  ['nothing', []],
  ['one diagnostic with an excerpt', [diagnosticAt('a\ntools: Read, Foo', 2, 14)]],
  ['one diagnostic without an excerpt', [diagnosticAt('', 1, 1)]],
  ['a line that was cut', [diagnosticAt(LONG, 1, 309)]],
  ['two diagnostics of one rule', [diagnosticOf(), diagnosticOf({ location: { file: 'b.md', line: 1, column: 1 } })]],
  ['a level that the configuration changed', [diagnosticOf({ severity: 'error' }), diagnosticOf({ severity: 'info' })]],
  ['every rule', EVERY_RULE],
];

const logOf = (diagnostics: Diagnostic[]) => JSON.parse(formatSarif(reportOf(diagnostics), OPTIONS)) as Log;

function runOf(diagnostics: Diagnostic[]): Run & { results: Result[] } {
  const [run] = logOf(diagnostics).runs;
  if (!run?.results) throw new Error('The log has no run with results.');
  return { ...run, results: run.results };
}

const placeOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation;

test.each(REPORTS)('a report of %s is valid against the schema of SARIF 2.1.0', (_, diagnostics) => {
  expect(sarifFaults(logOf(diagnostics))).toEqual([]);
});

// Without this, a validator that accepts anything would prove nothing.
test.each<[string, string, string]>([
  ['another version', '"version":"2.1.0"', '"version":"2.0.0"'],
  ['a level that there is not', '"level":"warning","message"', '"level":"fatal","message"'],
  ['a line before the first', '"startLine":2,"startColumn"', '"startLine":0,"startColumn"'],
  ['an unknown property', '"ruleIndex":0', '"ruleIndex":0,"rule_index":0'],
  ['a tool without a name', '"name":"backend-system-architect",', ''],
  ['a path that is no URI', '"uri":"a.md"', '"uri":"a b.md"'],
])('the schema refuses %s', (_, from, to) => {
  const log = JSON.stringify(logOf([diagnosticAt('a\ntools: Read, Foo', 2, 14)]));
  expect(log.split(from)).toHaveLength(2);
  expect(sarifFaults(JSON.parse(log.replace(from, to)))).not.toEqual([]);
});

describe.each(REPORTS)('the log of %s agrees with the report', (_, diagnostics) => {
  const { tool, results } = runOf(diagnostics);
  const rules = tool.driver.rules ?? [];

  test('in its rules, each of which stands there once with the level of its effect', () => {
    const used = new Set<string>(diagnostics.map(({ ruleId }) => ruleId));
    expect(rules.map(({ id }) => id).toSorted()).toEqual([...used].toSorted());
    const levels = { error: 'error', warning: 'warning', info: 'note' };
    expect(rules.map(({ defaultConfiguration }) => defaultConfiguration?.level)).toEqual(
      RULE_IDS.filter((id) => used.has(id)).map((id) => levels[severityOf(id)]),
    );
  });

  test('in the rule that each result points to', () => {
    expect(results.map(({ ruleId }) => ruleId)).toEqual(diagnostics.map(({ ruleId }) => ruleId));
    expect(results.map(({ ruleIndex }) => rules[ruleIndex ?? -1]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  });

  test('in the level of each result', () => {
    const levels = { error: 'error', warning: 'warning', info: 'note' };
    expect(results.map(({ level }) => level)).toEqual(diagnostics.map(({ severity }) => levels[severity]));
  });

  test('in the place of each result', () => {
    const starts = results.map(placeOf).map((place) => [place?.region?.startLine, place?.region?.startColumn]);
    expect(starts).toEqual(diagnostics.map(({ location }) => [location.line, location.column]));
  });
});

test.each<[string, string, number, number, string]>([
  ['a word', 'a\ntools: Read, Foo', 2, 14, 'Foo'],
  ['a word of a line that was cut', LONG, 1, 309, 'Foo'],
  ['a word behind an emoji', 'name: \u{1F600} Foo', 1, 10, 'Foo'],
  ['a word of a Windows line', 'a: Foo\r\nb', 1, 4, 'Foo'],
])('the region covers %s of the file, counted in UTF-16 code units', (_, source, line, column, word) => {
  const { columnKind, results } = runOf([diagnosticAt(source, line, column)]);
  expect(columnKind).toBe('utf16CodeUnits');
  const { startLine = 0, startColumn = 0, endColumn = 0 } = placeOf(results[0])?.region ?? {};
  expect(source.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(word);
});

// SARIF 3.30.13: the snippet is what the region holds; the line around it belongs into `contextRegion`.
test('the snippet is the text of the region', () => {
  const { results } = runOf([diagnosticAt('tools: Read, Foo', 1, 14)]);
  expect(placeOf(results[0])?.region?.snippet?.text).toBe('Foo');
});

describe('the URI of a path leads back to that path', () => {
  const leadsBack = (file: string) => {
    const log = logOf([diagnosticOf({ location: { file, line: 1, column: 1 } })]);
    expect(sarifFaults(log)).toEqual([]);
    const uri = placeOf(log.runs[0]?.results?.[0])?.artifactLocation?.uri ?? '';
    expect(uri).toMatch(/^[\w.~!*'()%/-]+$/);
    expect(fileURLToPath(new URL(uri, pathToFileURL('/repository/folder/')))).toBe(
      path.resolve('/repository/folder', file),
    );
  };
  const PATHS = [
    ['spaces', 'my agents/the reviewer.md'],
    ['umlauts', 'Prüfer/Größe.md'],
    ['a parent folder', '../../agents/a.md'],
    ['what a URI gives a meaning', 'a?b#c%20d&e=[f]@g;h.md'],
    ['what looks like a scheme', 'file:a.md'],
    ['an emoji', '\u{1F600}.md'],
    ['a line end and a quotation mark', 'a\n"b.md'],
  ];
  test.each(PATHS)('with %s', (_, file = '') => leadsBack(file));
});

// Windows allows such names. No URI can lead back to one, but a log there has to be.
test('a path with half a surrogate pair makes a valid log', () => {
  expect(sarifFaults(logOf([diagnosticOf({ location: { file: '\ud800.md', line: 1, column: 1 } })]))).toEqual([]);
});
