import path from 'node:path';
import type { FormatOptions } from '../../src/reporters/report.js';
import { readPage } from '../../src/rule-page.js';
import type { Diagnostic, Report } from '../../src/validate/diagnostic.js';
import { Lines } from '../../src/validate/excerpt.js';

const packageRoot = path.resolve(import.meta.dirname, '../..');

export const OPTIONS: FormatOptions = {
  colour: false,
  version: '1.2.3',
  readPage: (rule) => readPage(packageRoot, rule),
};

/** A diagnostic in which only what the test is about has to be named. */
export function diagnosticOf(parts: Partial<Diagnostic> = {}): Diagnostic {
  const ruleId = parts.ruleId ?? 'agent-tools-empty';
  return {
    ruleId,
    severity: 'warning',
    effect: 'degraded',
    message: 'It is empty.',
    location: { file: '.claude/agents/a.md', line: 4, column: 1 },
    help: 'Fill it.',
    page: `docs/rules/${ruleId}.md`,
    fixable: false,
    ...parts,
  };
}

/** A diagnostic at a place of a source, with the excerpt that the validator cuts for it. */
export function diagnosticAt(source: string, line: number, column: number): Diagnostic {
  const excerpt = new Lines(source).excerpt({ line, column });
  return diagnosticOf({ location: { file: 'a.md', line, column }, ...(excerpt ? { excerpt } : {}) });
}

export function reportOf(diagnostics: Diagnostic[]): Report {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  return {
    diagnostics,
    summary: { files: 1, errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
}
