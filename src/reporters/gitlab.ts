import { hash } from 'node:crypto';
import type { Diagnostic, Report, Severity } from '../validate/diagnostic.js';
import { printable } from './printable.js';

const SEVERITIES: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

/**
 * A Code Quality report of GitLab (its documentation, "Code Quality report format"). The fingerprint, by which GitLab tells
 * new findings from old ones, does not depend on the line: a finding that only moved is the same.
 */
export function formatGitlab({ diagnostics }: Report): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map((diagnostic) => {
    const { ruleId, severity, effect, message, help, location } = diagnostic;
    const identity = identify(diagnostic);
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    return {
      description: printable(`${message} (${effect}) ${help}`),
      check_name: ruleId,
      fingerprint: hash('sha256', `${identity}\n${earlier}`, 'hex'),
      severity: SEVERITIES[severity],
      location: { path: location.file, lines: { begin: location.line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function identify({ ruleId, message, location, excerpt }: Diagnostic): string {
  return JSON.stringify([ruleId, location.file, message, excerpt?.text.trim() ?? '']);
}
