import path from 'node:path';
import { confirm } from '../confirm.js';
import { UsageError } from '../errors.js';
import { applyPlan } from '../install/apply.js';
import type { Operation, Plan } from '../install/plan.js';
import { startProgress } from '../progress.js';
import { formatPlanJson } from '../reporters/plan-json.js';
import { formatPlanText } from '../reporters/plan-text.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';

export interface PlanOptions {
  dryRun?: true;
  yes?: true;
  force?: true;
  format: 'text' | 'json';
}

export interface PlannedCommand {
  command: 'install' | 'uninstall';
  repository: string;
  version: string;
  plan: Plan;
}

/** Shows a plan, asks where there is somebody to ask, applies it and tells the outcome. */
export async function carryOut(
  environment: Environment,
  planned: PlannedCommand,
  options: PlanOptions,
): Promise<ExitCode> {
  const { command, repository, plan } = planned;
  const dryRun = options.dryRun === true;
  const changes = plan.operations.filter(isChange).length;
  const question = `${command === 'install' ? 'Write' : 'Remove'} ${changes} files in ${path.join(repository, '.claude')}?`;
  const ask = !options.yes && options.format === 'text' && !dryRun && changes > 0;
  if (!(await confirm(environment, question, ask))) {
    environment.stderr.write('Nothing was changed.\n');
    return EXIT.clean;
  }
  if (!dryRun) {
    const progress = await startProgress(environment, command);
    try {
      await applyPlan(repository, plan, progress.update);
    } finally {
      progress.stop();
    }
  }
  const result = { ...planned, dryRun };
  const text =
    options.format === 'json' ? formatPlanJson(result) : formatPlanText(result, { colour: wantsColour(environment) });
  environment.stdout.write(text);
  return plan.operations.some((operation) => needsAttention(command, operation)) ? EXIT.findings : EXIT.clean;
}

function isChange({ kind }: Operation): boolean {
  return kind === 'create' || kind === 'update' || kind === 'remove';
}

/** A conflict always, and after an uninstall each file that had to stay. */
function needsAttention(command: PlannedCommand['command'], { kind }: Operation): boolean {
  return kind === 'conflict' || (command === 'uninstall' && kind === 'keep');
}

/** @throws {UsageError} when the folder does not exist */
export async function resolveRepository(cwd: string, dir: string): Promise<string> {
  const { default: fs } = await import('fs-extra');
  const repository = path.resolve(cwd, dir);
  const stats = await fs.stat(repository).catch(() => undefined);
  if (stats?.isDirectory()) return repository;
  throw new UsageError(
    stats ? `${repository} is not a folder.` : `${repository} does not exist.`,
    'Name the folder of a repository, or leave it out to use the current one.',
  );
}
