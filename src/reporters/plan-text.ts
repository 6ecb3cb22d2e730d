import picocolors from 'picocolors';
import type { Operation } from '../install/plan/operation.js';
import type { Plan } from '../install/plan/plan.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';

export interface PlanResult {
  command: 'install' | 'uninstall';
  repository: string;
  version: string;
  dryRun: boolean;
  plan: Plan;
  /** What is to be said at the end, a line each. */
  notes: readonly string[];
}

/** What was done, or with `dryRun` would be, a line for each file that is not simply as it should be. */
export function formatPlanText(
  { command, repository, version, dryRun, plan, notes }: PlanResult,
  { colour }: { colour: boolean },
): string {
  const paint = picocolors.createColors(colour);
  const colours: Record<Operation['kind'], (text: string) => string> = {
    create: paint.green,
    update: paint.green,
    merge: paint.green,
    remove: paint.green,
    unchanged: paint.dim,
    keep: paint.yellow,
    forget: paint.dim,
    conflict: paint.red,
  };
  const lines = plan.operations
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, path, reason }) => formatOperation(colours[kind](kind.padEnd(8)), path, reason));
  const count = (kind: Operation['kind']) => plan.operations.filter((operation) => operation.kind === kind).length;
  const counts = (['create', 'update', 'merge', 'remove', 'unchanged', 'keep', 'conflict'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${PAST[kind]}`);
  const only = dryRun || plan.stopped;
  const subject = only ? `Would ${command}` : `${command}ed`.replace(/^./, (first) => first.toUpperCase());
  const summary = `${subject} backend-system-architect ${version} in ${repository}: ${counts.join(', ') || 'nothing to do'}.`;
  const conflicts = plan.stopped ? 0 : count('conflict');
  const closing = [
    ...(conflicts > 0 ? [`${plural(conflicts, 'conflict')}: ${CONFLICT_HELP}`] : []),
    ...(dryRun && !plan.stopped ? ['Nothing was written.'] : []),
    ...notes,
  ];
  return `${[...lines, summary, ...closing].join('\n')}\n`;
}

function formatOperation(kind: string, path: string, reason: string): string {
  return `  ${kind}  ${printable(path)}${reason ? `  (${printable(reason)})` : ''}`;
}

const CONFLICT_HELP = 'nothing of yours was changed; --force takes ours and keeps a copy of yours.';

const PAST = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  remove: 'removed',
  unchanged: 'unchanged',
  keep: 'kept as you have it',
  conflict: 'in conflict',
} as const;
