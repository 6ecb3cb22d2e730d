import type { Diagnostic, Report, Severity } from './diagnostic.js';

/** The diagnostics in their order, and how many there are of each severity. */
export function makeReport(found: readonly Diagnostic[], files: number): Report {
  const diagnostics = found.toSorted(compare);
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return {
    diagnostics,
    summary: { files, errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
