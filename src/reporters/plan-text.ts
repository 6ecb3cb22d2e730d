import picocolors from 'picocolors';
import type { Operation, Plan } from '../install/plan.js';
import { plural } from './plural.js';

export interface PlanResult {
  command: 'install' | 'uninstall';
  repository: string;
  version: string;
  dryRun: boolean;
  plan: Plan;
}

const TRUST_NOTE =
  'Next: open the repository in Claude Code and accept its trust question; the hooks run only in a trusted workspace.';

/** What was done, or with `dryRun` would be, a line for each file that is not simply as it should be. */
export function formatPlanText(
  { command, repository, version, dryRun, plan }: PlanResult,
  { colour }: { colour: boolean },
): string {
  const paint = picocolors.createColors(colour);
  const colours: Record<Operation['kind'], (text: string) => string> = {
    create: paint.green,
    update: paint.green,
    remove: paint.green,
    unchanged: paint.dim,
    keep: paint.yellow,
    forget: paint.dim,
    conflict: paint.red,
  };
  const lines = plan.operations
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, path, reason }) => `  ${colours[kind](kind.padEnd(8))}  ${path}${reason ? `  (${reason})` : ''}`);
  const count = (kind: Operation['kind']) => plan.operations.filter((operation) => operation.kind === kind).length;
  const counts = (['create', 'update', 'remove', 'unchanged', 'keep', 'conflict'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${PAST[kind]}`);
  const subject = `${dryRun ? 'Would ' : ''}${dryRun ? command : `${command}ed`.replace(/^./, (first) => first.toUpperCase())}`;
  const summary = `${subject} backend-system-architect ${version} in ${repository}: ${counts.join(', ') || 'nothing to do'}.`;
  const notes = [
    ...(count('conflict') > 0
      ? [
          `${plural(count('conflict'), 'conflict')}: move your file away, or run again with --force to replace it (a copy is kept).`,
        ]
      : []),
    ...(dryRun ? ['Nothing was written.'] : command === 'install' && count('create') > 0 ? [TRUST_NOTE] : []),
  ];
  return `${[...lines, summary, ...notes].join('\n')}\n`;
}

const PAST = {
  create: 'created',
  update: 'updated',
  remove: 'removed',
  unchanged: 'unchanged',
  keep: 'kept as you have it',
  conflict: 'in conflict',
} as const;
