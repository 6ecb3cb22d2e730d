import picocolors from 'picocolors';
import type { Diagnostic, Report, Severity } from '../validate/diagnostic.js';
import { blanksFor, cellsOf } from './cells.js';
import { printable } from './printable.js';
import { formatSummary } from './summary.js';

/**
 * For each diagnostic a line `file:line:col severity rule-id message`, the source line with what is meant underlined, the
 * effect with the remedy, and the rule's page; at the end a summary.
 */
export function formatText({ diagnostics, summary }: Report, { colour }: { colour: boolean }): string {
  const paint = picocolors.createColors(colour);
  const colours: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.cyan,
  };
  const head = ({ location, severity, ruleId, message }: Diagnostic) =>
    `${toPath(location.file)}:${location.line}:${location.column} ${colours[severity](severity)} ${paint.dim(ruleId)} ${printable(message)}\n`;
  const source = ({ excerpt, location, severity }: Diagnostic) => {
    if (!excerpt) return '';
    const margin = String(location.line).padStart(4);
    const [start, end] = [excerpt.column - 1, excerpt.column - 1 + excerpt.length];
    const under =
      blanksFor(excerpt.text.slice(0, start)) + '^'.repeat(Math.max(1, cellsOf(excerpt.text.slice(start, end))));
    return `${paint.dim(`${margin} |`)} ${printable(excerpt.text, { tabs: true })}\n${' '.repeat(margin.length)} ${paint.dim('|')} ${colours[severity](under)}\n`;
  };
  const remedy = ({ effect, help, fixable, page }: Diagnostic) =>
    `    ${paint.dim(`${effect} | ${printable(help)}${fixable ? ' (--fix does it)' : ''} | ${page}`)}\n`;
  const block = (diagnostic: Diagnostic) => head(diagnostic) + source(diagnostic) + remedy(diagnostic);
  return diagnostics.map(block).join('') + formatSummary(summary);
}

/** A path at the start of a line, where a workflow would take `::` for a command. */
function toPath(file: string): string {
  return printable(file.startsWith('::') ? `./${file}` : file);
}
