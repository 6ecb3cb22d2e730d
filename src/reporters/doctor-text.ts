import picocolors from 'picocolors';
import { countFindings, type Finding, type Status } from '../doctor/finding.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';

const WIDTH = 'problem'.length;

/** A line for each finding with its remedy beneath, and at the end how many there are of each kind. */
export function formatDoctorText(findings: readonly Finding[], { colour }: { colour: boolean }): string {
  const paint = picocolors.createColors(colour);
  const colours: Record<Status, (text: string) => string> = {
    ok: paint.green,
    warning: paint.yellow,
    problem: paint.red,
  };
  const lines = findings.flatMap(({ status, message, remedy, durationMs }) => [
    `${colours[status](status.padEnd(WIDTH))}  ${printable(message)}${durationMs === undefined ? '' : paint.dim(` (${durationMs} ms)`)}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(WIDTH)}  ${paint.dim(printable(remedy))}`]),
  ]);
  const { ok, warning, problem } = countFindings(findings);
  const counts = [
    `${ok} ok`,
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(problem > 0 ? [plural(problem, 'problem')] : []),
  ];
  return `${[...lines, counts.join(', ')].join('\n')}\n`;
}
