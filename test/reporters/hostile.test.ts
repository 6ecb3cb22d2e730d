import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS, type ReportFormat } from '../../src/reporters/formats.js';
import { formatReport } from '../../src/reporters/report.js';
import type { Report } from '../../src/validate/diagnostic.js';
import { Lines } from '../../src/validate/excerpt.js';
import { diagnosticOf, OPTIONS, reportOf } from './report-of.js';
import { sarifFaults } from './sarif-schema.js';

const CONTROLS: [string, string][] = [
  ['terminal escapes', '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J'],
  ['every control character', String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code), 127, 133, 155)],
];
const PRINTABLE: [string, string][] = [
  ['the end of a script', '</script><script>alert(1)</script><!--'],
  ['workflow commands', '::error::a\n::stop-commands::b\r\n##[error]c'],
  ['marks of right-to-left text', 'a\u202Eb\u2066c\u200Fd\u2069'],
  ['line and paragraph separators', 'a\u2028b\u2029c'],
  ['10,000 characters', 'x y'.repeat(3334)],
  ['10,000 emojis', '\u{1F600}'.repeat(10_000)],
  ['quotation marks and backslashes', '"\\"\'`$HOME%s%n'],
  ['nothing', ''],
];
const HOSTILE = [...CONTROLS, ...PRINTABLE];

/** A report in which everything that comes from a checked file holds the text, in two files and two places. */
function hostileReport(text: string): Report {
  const excerpt = new Lines(text).excerpt({ line: 1, column: 1 });
  const parts = { message: text, help: text, about: text, ...(excerpt ? { excerpt } : {}) };
  return reportOf(
    [`${text}.md`, 'b.md'].map((file) => diagnosticOf({ ...parts, location: { file, line: 1, column: 1 } })),
  );
}

const formatted = (text: string, format: ReportFormat) => formatReport(hostileReport(text), format, OPTIONS);

/** Tabs are left to the source line, where they keep the caret below its place. */
const steers = (output: string) => /(?![\n\t])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(output);

describe.each(HOSTILE)('a report with %s in it', (_, text) => {
  test('is one JSON document that holds it unchanged', async () => {
    expect(JSON.parse(await formatted(text, 'json'))).toEqual(hostileReport(text));
  });

  test('is a valid SARIF log that holds it unchanged', async () => {
    const log = JSON.parse(await formatted(text, 'sarif'));
    expect(sarifFaults(log)).toEqual([]);
    expect(log.runs[0].results[0].message.text).toBe(`${text} (degraded) ${text}`);
  });

  test('steers no terminal in text, and has the lines of a harmless one', async () => {
    const output = await formatted(text, 'text');
    expect(steers(output)).toBe(false);
    const perDiagnostic = hostileReport(text).diagnostics[0]?.excerpt ? 4 : 2;
    expect(output.split(/[\n\u2028\u2029]/)).toHaveLength(2 * perDiagnostic + 2);
  });

  test('is one workflow command for each diagnostic', async () => {
    const lines = (await formatted(text, 'github')).split(/\r\n|\r|\n/);
    expect(lines).toEqual([expect.stringMatching(/^::warning file=/), expect.stringMatching(/^::warning file=/), '']);
  });

  test.each(REPORT_FORMATS)('gives the same bytes as %s each time', async (format) => {
    const report = hostileReport(text);
    const before = structuredClone(report);
    const first = await formatReport(report, format, OPTIONS);
    expect(await formatReport(report, format, OPTIONS)).toBe(first);
    expect(await formatReport(before, format, OPTIONS)).toBe(first);
    expect(report).toEqual(before);
  });
});

test.each(HOSTILE)('%s: no control character in github', async (_, text) => {
  expect(steers(await formatted(text, 'github'))).toBe(false);
});

// A bidirectional control that Unicode 6.3 added.
test('the Arabic letter mark is escaped in text as the other marks of its kind are', async () => {
  expect(await formatted('a\u061Cb', 'text')).not.toContain('\u061C');
});

// A runner reads every line of a step's output for commands.
test('no line of the text report is a workflow command', async () => {
  expect(await formatted('::error::a', 'text')).not.toMatch(/^\s*::error::/m);
});
