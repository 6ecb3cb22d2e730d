import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, Report, Severity } from '../validate/diagnostic.js';
import type { Excerpt } from '../validate/excerpt.js';
import { catalogue, RULE_IDS, type RuleId, severityOf } from '../validate/rules/catalogue.js';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

export interface SarifOptions {
  /** Version of this package. */
  version: string;
  /** The Markdown page of a rule. */
  readPage(ruleId: RuleId): string;
}

/** A SARIF 2.1.0 log (OASIS) with one run: every rule that was broken, with its page, and every diagnostic. */
export function formatSarif({ diagnostics }: Report, { version, readPage }: SarifOptions): string {
  const used = RULE_IDS.filter((id) => diagnostics.some(({ ruleId }) => ruleId === id));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'backend-system-architect', version, rules: used.map((id) => toRule(id, readPage(id))) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => toResult(diagnostic, used.indexOf(diagnostic.ruleId))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(id: RuleId, page: string): ReportingDescriptor {
  const [, ...body] = page.split('\n');
  const summary = body.find((line) => line.trim() !== '') ?? id;
  return {
    id,
    shortDescription: { text: summary },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[severityOf(id)] },
    properties: { effect: catalogue[id].effect },
  };
}

function toResult(
  { ruleId, severity, effect, message, help, location, excerpt }: Diagnostic,
  ruleIndex: number,
): Result {
  const { file, line, column } = location;
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} (${effect}) ${help}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodePart).join('/') },
          region: {
            startLine: line,
            startColumn: column,
            ...(excerpt ? { endColumn: column + excerpt.length, snippet: { text: tokenOf(excerpt) } } : {}),
          },
          ...(excerpt ? { contextRegion: { startLine: line, snippet: { text: excerpt.text } } } : {}),
        },
      },
    ],
  };
}

/** A part of a path, in which half a surrogate pair has no UTF-8. */
function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'));
}

function tokenOf({ text, column, length }: Excerpt): string {
  return text.slice(column - 1, column - 1 + length);
}
