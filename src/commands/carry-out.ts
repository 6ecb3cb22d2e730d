import path from 'node:path';
import { confirm } from '../confirm.js';
import { applyPlan } from '../install/apply.js';
import type { Operation } from '../install/operation.js';
import type { Plan } from '../install/plan.js';
import { SETTINGS_PATH } from '../install/session-hooks.js';
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
  /** What is to be said at the end, besides what was done. */
  notes: readonly string[];
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
  const ask = !options.yes && options.format === 'text' && !dryRun && !plan.stopped && changes > 0;
  const question = `${command === 'install' ? 'Write' : 'Remove'} ${changes} files in ${path.join(repository, '.claude')}?`;
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
  const result = { ...planned, dryRun, notes: plan.stopped ? [stoppedNote(command)] : planned.notes };
  const text =
    options.format === 'json' ? formatPlanJson(result) : formatPlanText(result, { colour: wantsColour(environment) });
  environment.stdout.write(text);
  return plan.operations.some((operation) => needsAttention(command, operation)) ? EXIT.findings : EXIT.clean;
}

function stoppedNote(command: PlannedCommand['command']): string {
  return `Nothing was written. Put ${SETTINGS_PATH} right, then run ${command} again.`;
}

function isChange({ kind }: Operation): boolean {
  return kind === 'create' || kind === 'update' || kind === 'merge' || kind === 'remove';
}

/** A conflict always, and after an uninstall each file that had to stay. */
function needsAttention(command: PlannedCommand['command'], { kind }: Operation): boolean {
  return kind === 'conflict' || (command === 'uninstall' && kind === 'keep');
}
