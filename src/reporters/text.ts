import picocolors from 'picocolors';
import type { Diagnostic, Report, Severity } from '../validate/diagnostic.js';
import { plural } from './plural.js';
import { printable } from './printable.js';

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
    `${printable(location.file)}:${location.line}:${location.column} ${colours[severity](severity)} ${paint.dim(ruleId)} ${printable(message)}\n`;
  const source = ({ excerpt, location, severity }: Diagnostic) => {
    if (!excerpt) return '';
    const margin = String(location.line).padStart(4);
    const before = excerpt.text.slice(0, excerpt.column - 1);
    const under = `${widthOf(before)}${'^'.repeat(excerpt.length)}`;
    return `${paint.dim(`${margin} |`)} ${printable(excerpt.text, { tabs: true })}\n     ${paint.dim('|')} ${colours[severity](under)}\n`;
  };
  const remedy = ({ effect, help, fixable, page }: Diagnostic) =>
    `    ${paint.dim(`${effect} | ${printable(help)}${fixable ? ' (--fix does it)' : ''} | ${page}`)}\n`;
  const block = (diagnostic: Diagnostic) => head(diagnostic) + source(diagnostic) + remedy(diagnostic);
  const counts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    ...(summary.infos > 0 ? [plural(summary.infos, 'note')] : []),
  ];
  return `${diagnostics.map(block).join('')}${plural(summary.files, 'file')} checked: ${counts.join(', ')}\n`;
}

/** Blanks as wide as a text is shown: a tab stays one, so that the caret stands below its place at any tab width. */
function widthOf(text: string): string {
  return printable(text, { tabs: true }).replace(/[^\t]/gu, ' ');
}
