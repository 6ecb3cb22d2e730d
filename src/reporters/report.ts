import type { Report } from '../validate/diagnostic.js';
import type { RuleId } from '../validate/rules/catalogue.js';
import type { ReportFormat } from './formats.js';
import { formatSummary } from './summary.js';

export interface FormatOptions {
  colour: boolean;
  /** Version of this package. */
  version: string;
  readPage(rule: RuleId): string;
}

/** The report in one of its formats, each a pure function of it. */
export async function formatReport(report: Report, format: ReportFormat, options: FormatOptions): Promise<string> {
  switch (format) {
    case 'text':
      if (report.diagnostics.length === 0) return formatSummary(report.summary);
      return (await import('./text.js')).formatText(report, options);
    case 'json':
      return (await import('./json.js')).formatJson(report);
    case 'sarif':
      return (await import('./sarif.js')).formatSarif(report, options);
    case 'github':
      return (await import('./github.js')).formatGithub(report);
    case 'gitlab':
      return (await import('./gitlab.js')).formatGitlab(report);
  }
}
