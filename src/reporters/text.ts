import picocolors from 'picocolors';
import type { Diagnostic, Report, Severity } from '../validate/diagnostic.js';
import { plural } from './plural.js';
import { printable } from './printable.js';

/** One `file:line:col severity rule-id message` line for each diagnostic, its remedy below it, and a summary. */
export function formatText({ diagnostics, summary }: Report, { colour }: { colour: boolean }): string {
  const paint = picocolors.createColors(colour);
  const colours: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.cyan,
  };
  const line = ({ location, severity, ruleId, message, effect, help }: Diagnostic) =>
    `${printable(location.file)}:${location.line}:${location.column} ${colours[severity](severity)} ${paint.dim(ruleId)} ${printable(message)}\n` +
    `    ${paint.dim(`${effect} | ${printable(help)}`)}\n`;
  const counts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    ...(summary.infos > 0 ? [plural(summary.infos, 'note')] : []),
  ];
  return `${diagnostics.map(line).join('')}${plural(summary.files, 'file')} checked: ${counts.join(', ')}\n`;
}
