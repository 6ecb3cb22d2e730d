import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../src/reporters/github.js';
import { printable } from '../../src/reporters/printable.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { diagnosticOf, reportOf } from './report-of.js';

/** Reads a line as the runner of GitHub Actions does (`ActionCommand.TryParseV2`). */
function readCommand(line: string): { command: string; properties: Record<string, string>; data: string } {
  const [, command = '', list = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
  const decode = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const properties = list.split(',').map((property) => {
    const [name = '', value = ''] = property.split(/=(.*)/s);
    return [name, decode(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
  });
  return { command, properties: Object.fromEntries(properties), data: decode(data).replaceAll('%25', '%') };
}

const linesOf = (diagnostics: Diagnostic[]) => formatGithub(reportOf(diagnostics)).split('\n').slice(0, -1);
const readOnly = (diagnostic: Diagnostic) => readCommand(linesOf([diagnostic]).join('\n'));

test.each([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
] as const)('a diagnostic of the severity %s is the workflow command %s', (severity, command) => {
  expect(readOnly(diagnosticOf({ severity })).command).toBe(command);
});

test('a command names the file, the place, the rule, what is wrong, the remedy and the page', () => {
  const { properties, data } = readOnly(diagnosticOf());
  expect(properties).toEqual({ file: '.claude/agents/a.md', line: '4', col: '1', title: 'agent-tools-empty' });
  expect(data).toBe('It is empty.\ndegraded | Fill it. | docs/rules/agent-tools-empty.md');
});

const TEXTS = [
  ['a percent sign', '100% of it', '100%25 of it'],
  ['a line feed', 'a\nb', 'a\\u000ab'],
  ['a carriage return', 'a\r\nb', 'a\\u000d\\u000ab'],
  ['a terminal escape', 'a\u001b[2Jb', 'a\\u001b[2Jb'],
  ['an end of a command', 'a::b', 'a::b'],
  ['a colon and a comma, which mean nothing there', 'a:b,c', 'a:b,c'],
  ['what looks escaped already', '%0A%25', '%250A%2525'],
] as const;

describe.each(TEXTS)('a message with %s', (_, message, escaped) => {
  test('stands in one line as the runner expects it', () => {
    expect(linesOf([diagnosticOf({ message })])).toEqual([expect.stringContaining(`::${escaped}%0A`)]);
  });

  test('is read back as it is printed', () => {
    expect(readOnly(diagnosticOf({ message })).data.startsWith(`${printable(message)}\n`)).toBe(true);
  });
});

describe.each([
  ['a colon', 'a:b.md', 'a%3Ab.md'],
  ['a comma, which would start another property', 'a,line=9.md', 'a%2Cline=9.md'],
  ['a percent sign', '%3A.md', '%253A.md'],
  ['a line end, which would start another command', 'a\n::error::b.md', 'a\\u000a%3A%3Aerror%3A%3Ab.md'],
  ['an end of the properties', 'a::b.md', 'a%3A%3Ab.md'],
  ['an equals sign', 'a=b.md', 'a=b.md'],
])('a path with %s', (_, file, escaped) => {
  const diagnostic = diagnosticOf({ location: { file, line: 4, column: 1 } });

  test('stands in one line as the runner expects it', () => {
    expect(linesOf([diagnostic])).toEqual([expect.stringContaining(`file=${escaped},line=4,`)]);
  });

  test('is read back as it is printed, and so is what follows', () => {
    expect(readOnly(diagnostic).properties).toMatchObject({
      file: printable(file),
      line: '4',
      title: 'agent-tools-empty',
    });
  });
});

test.each([0, 1, 2, 50])('a report of %i diagnostics has as many lines, each ended', (count) => {
  const diagnostics = Array.from({ length: count }, () => diagnosticOf({ message: 'a\nb', help: 'c\r\nd' }));
  const output = formatGithub(reportOf(diagnostics));
  expect(output.match(/\n/g) ?? []).toHaveLength(count);
  expect(output.match(/^::warning .*\n/gm) ?? []).toHaveLength(count);
});
