import type { Report, Severity } from '../validate/diagnostic.js';
import { printable } from './printable.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** One workflow command for each diagnostic, which GitHub Actions shows at the line of the changed file. */
export function formatGithub({ diagnostics }: Report): string {
  return diagnostics
    .map(({ location, severity, ruleId, message, effect, help, page }) => {
      const { file, line, column } = location;
      const properties = `file=${escapeProperty(printable(file))},line=${line},col=${column},title=${escapeProperty(ruleId)}`;
      return `::${COMMANDS[severity]} ${properties}::${escapeData(`${printable(message)}\n${effect} | ${printable(help)} | ${page}`)}\n`;
    })
    .join('');
}

/** The characters that end a workflow command are written as the runner reads them back. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
