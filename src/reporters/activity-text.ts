import picocolors from 'picocolors';
import type { Activity, Fault, Run } from '../activity/activity.js';
import { countActivity, type Figures, isEmpty } from '../activity/figures.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';
import { describeToolCalls, nameRun } from './run-words.js';

/** How many runs are listed, and how much of a name. */
const LISTED_RUNS = 5;
const LONGEST_NAME = 80;

/** A few lines on what the agent did: figures, the newest runs, and what could not be read. */
export function formatActivityText(
  activity: Activity,
  { directory, colour }: { directory: string; colour: boolean },
): string {
  const paint = picocolors.createColors(colour);
  if (isEmpty(activity)) return `Nothing is recorded yet in ${printable(directory)}.\n${HOW_IT_COMES}\n`;
  const figures = countActivity(activity);
  const listed = activity.runs.slice(0, LISTED_RUNS);
  const lines = [
    `What agents did in ${printable(directory)}${formatPeriod(figures)}:`,
    ...formatFigures(figures).map(([name, figure]) => `  ${paint.dim(name.padEnd(10))}  ${figure}`),
    ...(listed.length > 0 ? ['Newest runs (times in UTC):'] : []),
    ...listed.map((run) => formatRun(run, activity, paint.dim)),
    ...(activity.runs.length > listed.length ? [`  and ${activity.runs.length - listed.length} more`] : []),
    ...formatFaults(activity).map((line) => paint.red(line)),
    'Run "report --html" for a page with all of it.',
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for programs: the activity itself, and its figures. */
export function formatActivityJson(activity: Activity, directory: string): string {
  const document = { command: 'report', directory, summary: countActivity(activity), ...activity };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A line for each file that is not in the report. */
export function formatFaults({ faults, keptAside }: Pick<Activity, 'faults' | 'keptAside'>): string[] {
  return [
    ...faults.map(formatFault),
    ...keptAside.map((file) => `${printable(file)} could not be read by a hook, which moved it aside.`),
  ];
}

const HOW_IT_COMES =
  'When the agent ends a run, its hooks record it in .claude/context, and this report shows it. Install the agent with "install", open the repository in Claude Code, and ask for backend work.';

function formatFigures(figures: Figures): [string, string][] {
  const { runs, endpoints, models, decisions, handoffs, budgets, outside } = figures;
  const kinds = [
    [budgets.kept, 'kept'],
    [budgets.over, 'over'],
    [budgets.uncertain, 'uncertain'],
    [budgets['no-budgets'], 'without'],
    [budgets['not-counted'], 'not counted'],
  ] as const;
  const standings = kinds.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return [
    ['Runs', `${runs.completed} completed, ${runs.pending} pending`],
    ['Endpoints', String(endpoints)],
    ['Models', String(models)],
    ['Decisions', `${decisions.all}, ${decisions.active} active`],
    ['Handoffs', `${handoffs.pending} pending, ${handoffs.closed} closed`],
    ['Budgets', standings.join(', ') || 'nothing counted'],
    ...formatOutside(outside),
  ];
}

function formatOutside({ files, runs }: Figures['outside']): [string, string][] {
  if (files === 0) return [];
  return [['Outside', `${plural(files, 'file')} outside the boundaries, in ${plural(runs, 'run')}`]];
}

function formatPeriod({ first, last }: Figures): string {
  const [from, to] = [first?.iso?.slice(0, 10), last?.iso?.slice(0, 10)];
  if (from === undefined || to === undefined) return '';
  return from === to ? ` on ${from}` : ` from ${from} to ${to}`;
}

function formatRun(run: Run, { budgets }: Activity, dim: (text: string) => string): string {
  const { at, standing, blockers } = run;
  const time = at.iso === undefined ? at.text : at.iso.slice(0, 16).replace('T', ' ');
  const line = `  ${shorten(time).padEnd(16)}  ${standing.padEnd(9)}  ${shorten(nameRun(run))}`;
  const notes = [describeToolCalls(run, budgets), ...(blockers.length > 0 ? [plural(blockers.length, 'blocker')] : [])];
  return `${line}\n${' '.repeat(31)}${dim(shorten(notes.join('; ')))}`;
}

function formatFault({ file, kind, reason }: Fault): string {
  switch (kind) {
    case 'newer':
      return `${printable(file)} was written by a later version of this package (${printable(reason)}); it is left out.`;
    case 'unreadable':
      return `${printable(file)} cannot be read: ${printable(reason.replace(/\.$/, ''))}; it is left out.`;
  }
}

function shorten(text: string): string {
  const shown = printable(text.slice(0, 4 * LONGEST_NAME));
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}...` : shown;
}
