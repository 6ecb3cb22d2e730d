import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/reporters/text.js';
import { wantsColour } from '../../src/streams.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { openable } from '../support/openable.js';
import { diagnosticAt, reportOf } from './report-of.js';

const PLAIN = { colour: false };
const format = (...diagnostics: Diagnostic[]) => formatText(reportOf(diagnostics), PLAIN);

test('a diagnostic is its place and message, the source line, the effect with the remedy, and the page', () => {
  expect(format({ ...diagnosticAt('tools: Read, Foo', 1, 14), fixable: true })).toBe(
    [
      'a.md:1:14 warning agent-tools-empty It is empty.',
      '   1 | tools: Read, Foo',
      '     |              ^^^',
      '    degraded | Fill it. (--fix does it) | docs/rules/agent-tools-empty.md',
      '1 file checked: 0 errors, 1 warning',
      '',
    ].join('\n'),
  );
});

test.each([
  ['no file', { files: 0, errors: 0, warnings: 0, infos: 0 }, '0 files checked: 0 errors, 0 warnings\n'],
  ['one of each', { files: 1, errors: 1, warnings: 1, infos: 1 }, '1 file checked: 1 error, 1 warning, 1 note\n'],
  ['several', { files: 2, errors: 3, warnings: 4, infos: 5 }, '2 files checked: 3 errors, 4 warnings, 5 notes\n'],
])('the summary of %s counts in words', (_, summary, line) => {
  expect(formatText({ diagnostics: [], summary }, PLAIN)).toBe(line);
});

test.each([
  ['an empty line', 'a\n\nb', 2],
  ['a blank line', 'a\n \t\nb', 2],
  ['a line that is not there', 'a', 7],
  ['an empty file', '', 1],
])('a diagnostic at %s shows no source line', (_, source, line) => {
  expect(format(diagnosticAt(source, line, 1)).split('\n')).toHaveLength(4);
});

describe('colour', () => {
  const report = reportOf(
    (['error', 'warning', 'info'] as const).map((severity) => ({ ...diagnosticAt('tools: Foo', 1, 8), severity })),
  );

  test('stands in the report only when asked for, and changes nothing but the looks', () => {
    const [plain, coloured] = [formatText(report, PLAIN), formatText(report, { colour: true })];
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31merror\u001b[39m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test.each<[string, boolean | undefined, Record<string, string>, boolean]>([
    ['on a terminal', true, {}, true],
    ['into a pipe', undefined, {}, false],
    ['into a pipe, whatever the variables say', undefined, { FORCE_COLOR: '1', TERM: 'xterm-256color' }, false],
    ['with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR, which counts as not set', true, { NO_COLOR: '' }, true],
    ['on a terminal that cannot show it', true, { TERM: 'dumb' }, false],
  ])('%s is asked for: %s with %o gives %s', (_, isTTY, env, expected) => {
    const stdout = Object.assign(Object.create(process.stdout), { isTTY });
    const { stdin } = process;
    const stderr = openable({ isTTY: true });
    expect(wantsColour({ argv: [], cwd: '/', env, stdin, stdout, stderr, packageRoot: '/', version: '1.0.0' })).toBe(
      expected,
    );
  });
});
