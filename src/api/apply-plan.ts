import { UsageError } from '../errors.js';
import { runExclusively } from '../transaction/exclusive.js';
import { runTransaction } from '../transaction/run.js';
import { ChangedMeanwhileError } from '../transaction/stage.js';
import type { InstallPlan } from './plan-install.js';

export interface ApplyOptions {
  /** Called after each change, with how many are done and how many there are. */
  onProgress?(done: number, total: number): void;
}

export interface Applied {
  /** Relative paths of files that somebody changed in the very moment, which stayed as they are. */
  kept: string[];
}

/**
 * Carries out a plan: all of it, or nothing. Another process that is at work on the same installation is waited for, 30
 * seconds at most.
 *
 * @throws {UsageError} when the plan cannot be applied, or a file is no longer what it was planned for: then plan again
 * @throws {TransactionError} with the error of the operating system; `isUndone` says whether everything is as it was
 */
export function applyPlan(plan: InstallPlan, { onProgress }: ApplyOptions = {}): Applied {
  const { obstacles, stopped, operations, changes } = plan;
  const [obstacle] = obstacles;
  if (obstacle) throw new UsageError(`${obstacle.by} is in the way of ${obstacle.path}.`, obstacle.help);
  if (stopped) {
    const file = operations.find(({ kind, drift }) => kind === 'conflict' && !drift)?.path;
    throw new UsageError(`${file} cannot be read, so nothing was written.`, `Put ${file} right, then plan again.`);
  }
  if (changes.length === 0) return { kept: [] };
  const root = { claudeFolder: plan.claudeFolder, followLinks: plan.followLinks };
  try {
    return {
      kept: runExclusively(
        root,
        () => {},
        () => runTransaction(root, 'install', changes, onProgress),
      ),
    };
  } catch (error) {
    if (!(error instanceof ChangedMeanwhileError)) throw error;
    throw new UsageError(`${error.file} was changed in the meantime; nothing was written.`, 'Plan again.');
  }
}
