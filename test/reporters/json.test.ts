import { expect, test } from 'vitest';
import { formatJson } from '../../src/reporters/json.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { diagnosticAt, diagnosticOf, reportOf } from './report-of.js';

test.each<[string, Diagnostic[]]>([
  ['nothing', []],
  ['every field that there is', [{ ...diagnosticAt('tools: Foo', 1, 8), about: 'b.md', fixable: true }]],
  ['no field but the necessary ones', [diagnosticOf()]],
  ['line ends, quotation marks and backslashes', [diagnosticOf({ message: '"\\\r\n\t\u2028' })]],
  ['half a surrogate pair', [diagnosticOf({ message: '\ud800' })]],
])('a report of %s is read back as it was', (_, diagnostics) => {
  const report = reportOf(diagnostics);
  expect(JSON.parse(formatJson(report))).toEqual(report);
});

test('the document is one, indented by two blanks, and ends with a line end', () => {
  expect(formatJson(reportOf([]))).toBe(
    '{\n  "diagnostics": [],\n  "summary": {\n    "files": 1,\n    "errors": 0,\n    "warnings": 0,\n    "infos": 0\n  }\n}\n',
  );
});
