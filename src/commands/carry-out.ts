import { confirm } from '../confirm.js';
import { TransactionError, UsageError } from '../errors.js';
import type { Operation } from '../install/plan/operation.js';
import type { Plan } from '../install/plan/plan.js';
import { startProgress } from '../progress.js';
import { formatPlanJson } from '../reporters/plan-json.js';
import { formatPlanText } from '../reporters/plan-text.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';
import { baseOf, type Root } from '../transaction/root.js';
import { sayRecovered, sayWaiting, settleInterrupted } from './settle.js';

export interface PlanOptions {
  dryRun?: true;
  yes?: true;
  force?: true;
  format: 'text' | 'json';
}

/** What a command found and means to do. */
export interface PlannedCommand {
  version: string;
  plan: Plan;
  /** What is to be said at the end, besides what was done. */
  notes: readonly string[];
}

export interface PlanCommand {
  command: 'install' | 'uninstall';
  root: Root;
  /** Looks at what is there and plans; called again when that has changed meanwhile. */
  prepare(): PlannedCommand;
}

/** How often to plan anew when others keep changing the files. */
const ATTEMPTS = 5;

/** Shows a plan, asks where there is somebody to ask, carries it out as a whole and tells the outcome. */
export async function carryOut(
  environment: Environment,
  command: PlanCommand,
  options: PlanOptions,
): Promise<ExitCode> {
  const { root } = command;
  for (let attempt = 1; ; attempt += 1) {
    await settleInterrupted(environment, root);
    const planned = command.prepare();
    const { plan } = planned;
    checkObstacles(plan, root);
    const writes = !options.dryRun && !plan.stopped && plan.changes.length > 0;
    if (!writes) return report(environment, command, planned, options, []);
    if (!(await confirm(environment, questionOf(command, plan), !options.yes && options.format === 'text'))) {
      environment.stderr.write('Nothing was changed.\n');
      return EXIT.clean;
    }
    const outcome = await tryOnce(environment, command, plan);
    if (outcome.kind === 'done') return report(environment, command, planned, options, outcome.kept);
    if (attempt === ATTEMPTS) {
      throw new UsageError(
        `${outcome.file} was changed in the meantime; nothing was written.`,
        'Run the command again.',
      );
    }
  }
}

type Outcome = { kind: 'done'; kept: string[] } | { kind: 'changed'; file: string };

async function tryOnce(environment: Environment, { command, root }: PlanCommand, plan: Plan): Promise<Outcome> {
  const { runExclusively } = await import('../transaction/exclusive.js');
  const { runTransaction } = await import('../transaction/run.js');
  const { ChangedMeanwhileError } = await import('../transaction/stage.js');
  const progress = startProgress(environment, command);
  try {
    const kept = runExclusively(
      root,
      () => sayWaiting(environment),
      (recovery) => {
        if (recovery) sayRecovered(environment, recovery);
        return runTransaction(root, command, plan.changes, progress.update);
      },
    );
    return { kind: 'done', kept };
  } catch (error) {
    if (error instanceof ChangedMeanwhileError) return { kind: 'changed', file: error.file };
    throw error instanceof UsageError ? error : asTransactionError(error);
  } finally {
    progress.stop();
  }
}

/** What fails before the transaction has begun has changed nothing. */
function asTransactionError(error: unknown): Error {
  return error instanceof TransactionError ? error : new TransactionError(error, true);
}

/** @throws {UsageError} for the first thing that is in the way */
function checkObstacles({ obstacles }: Plan, root: Root): void {
  const [first] = obstacles;
  if (!first) return;
  const more = obstacles.length > 1 ? ` (and ${obstacles.length - 1} more in the way)` : '';
  throw new UsageError(
    `${first.by} is in the way of ${first.path} in ${baseOf(root)}${more}; nothing was changed.`.replace(
      /^./,
      (letter) => letter.toUpperCase(),
    ),
    first.help,
  );
}

function report(
  environment: Environment,
  { command, root }: PlanCommand,
  planned: PlannedCommand,
  { dryRun, format }: PlanOptions,
  kept: readonly string[],
): ExitCode {
  const { plan } = planned;
  const late = kept.map((path) => `${path} was changed in this very moment, and stays as it is.`);
  const notes = plan.stopped ? [stoppedNote(command, plan)] : [...planned.notes, ...late];
  const result = { ...planned, command, repository: baseOf(root), dryRun: dryRun === true, notes };
  const text =
    format === 'json' ? formatPlanJson(result) : formatPlanText(result, { colour: wantsColour(environment) });
  environment.stdout.write(text);
  const isClean = kept.length === 0 && !plan.operations.some((operation) => needsAttention(command, operation));
  return isClean ? EXIT.clean : EXIT.findings;
}

function questionOf({ command, root }: PlanCommand, { changes }: Plan): string {
  const files = changes.filter(({ kind }) => kind === 'write' || kind === 'remove').length;
  return `${command === 'install' ? 'Write' : 'Remove'} ${files} files in ${root.claudeFolder}?`;
}

function stoppedNote(command: PlanCommand['command'], { operations }: Plan): string {
  const file = operations.find(({ kind, drift }) => kind === 'conflict' && !drift)?.path;
  return `Nothing was written. Put ${file} right, then run ${command} again.`;
}

/** A conflict always, and after an uninstall each file that had to stay. */
function needsAttention(command: PlanCommand['command'], { kind }: Operation): boolean {
  return kind === 'conflict' || (command === 'uninstall' && kind === 'keep');
}
