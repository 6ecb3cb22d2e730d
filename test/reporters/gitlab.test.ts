import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatGitlab } from '../../src/reporters/gitlab.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { diagnosticOf, reportOf } from './report-of.js';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

const issuesOf = (...diagnostics: Diagnostic[]): Issue[] => JSON.parse(formatGitlab(reportOf(diagnostics)));

test('a diagnostic is an issue with the keys that GitLab reads', () => {
  expect(issuesOf(diagnosticOf())).toEqual([
    {
      description: 'It is empty. (degraded) Fill it.',
      check_name: 'agent-tools-empty',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'minor',
      location: { path: '.claude/agents/a.md', lines: { begin: 4 } },
    },
  ]);
});

test.each([
  ['error', 'critical'],
  ['warning', 'minor'],
  ['info', 'info'],
] as const)('the severity %s is %s', (severity, expected) => {
  expect(issuesOf(diagnosticOf({ severity }))[0]?.severity).toBe(expected);
});

test('a clean report is an empty list', () => {
  expect(formatGitlab(reportOf([]))).toBe('[]\n');
});

test('a finding that moved to another line keeps its fingerprint, and one of another file or rule has its own', () => {
  const at = (file: string, line: number) => diagnosticOf({ location: { file, line, column: 1 } });
  const [here, moved] = [at('a.md', 1), at('a.md', 9)].map((one) => issuesOf(one)[0]?.fingerprint);
  expect(moved).toBe(here);
  expect(issuesOf(at('b.md', 1))[0]?.fingerprint).not.toBe(here);
  expect(issuesOf(diagnosticOf({ ...at('a.md', 1), ruleId: 'agent-name' }))[0]?.fingerprint).not.toBe(here);
});

test('no two issues of a report share a fingerprint, however alike they are', () => {
  const file = fc.constantFrom('a.md', 'b.md');
  const diagnostic = fc
    .record({ file, line: fc.integer({ min: 1, max: 3 }), message: fc.string({ unit: 'binary' }) })
    .map(({ message, ...place }) => diagnosticOf({ message, location: { ...place, column: 1 } }));
  fc.assert(
    fc.property(fc.array(diagnostic), (diagnostics) => {
      const issues = issuesOf(...diagnostics);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(diagnostics.length);
    }),
  );
});
