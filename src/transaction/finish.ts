import { renameSync, unlinkSync } from 'node:fs';
import { exists, hashOf, hashTarget, removeEmptyFolder, removeFile } from './files.js';
import { type Journal, removeJournal, type Step } from './journal.js';
import type { Root } from './root.js';
import { stagedNames } from './stage.js';
import { Targets } from './targets.js';

interface ApplyOptions {
  /** This process has just staged everything: it need not be read again. */
  isStaged: boolean;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Does to files what a committed journal says; what is done already is passed over, so that it can be begun again after
 * a kill. A file that is neither what it was nor what it becomes is somebody's edit, and stays. Until `cleanUp` it can
 * all be undone.
 *
 * @returns the paths that stayed
 */
export function applySteps(root: Root, { steps, id }: Journal, { isStaged, onProgress }: ApplyOptions): string[] {
  const targets = new Targets(root);
  return steps.flatMap((step, index) => {
    const isDone = applyStep(targets, step, id, (next, after) => isStaged || hashOf(next) === after);
    onProgress?.(index + 1, steps.length);
    return isDone ? [] : [step.path];
  });
}

/** Takes away what was kept for an undo, then the folders that are empty without it, then the journal. */
export function cleanUp(root: Root, { steps, id }: Journal): void {
  const targets = new Targets(root);
  for (const step of steps) removeKept(targets, step, id);
  for (const step of steps) if (step.kind === 'remove-folder') removeEmptyFolder(targets.resolve(step.path));
  removeJournal(root);
}

/** Of what was not there before nothing was kept. */
function removeKept(targets: Targets, step: Step, id: string): void {
  if ((step.kind !== 'write' && step.kind !== 'remove') || step.before === undefined) return;
  removeFile(stagedNames(targets.resolve(step.path), id).old);
}

/** Whether everything is there that it takes to finish: after a power cut, what was staged may have been lost. */
export function canFinish(root: Root, { steps, id }: Journal): boolean {
  const targets = new Targets(root);
  return steps.every((step) => {
    if (step.kind !== 'write') return true;
    const target = targets.resolve(step.path);
    const { next } = stagedNames(target, id);
    if (hashOf(next) === step.after) return true;
    const current = hashOf(target);
    return current === step.after || (!exists(next) && current !== step.before);
  });
}

function applyStep(
  targets: Targets,
  step: Step,
  id: string,
  isStaged: (next: string, after: string) => boolean,
): boolean {
  const target = targets.look(step.path);
  switch (step.kind) {
    case 'make-folder':
    case 'remove-folder':
      return true;
    case 'write': {
      const { next } = stagedNames(target.file, id);
      const current = hashTarget(target);
      const isAsPlanned = current === step.before && (current !== undefined || !target.stats);
      if (isAsPlanned && isStaged(next, step.after)) {
        renameSync(next, target.file);
        return true;
      }
      removeFile(next);
      return current === step.after;
    }
    case 'remove': {
      const current = hashTarget(target);
      if (current === step.before) unlinkSync(target.file);
      return current === step.before || !target.stats;
    }
  }
}
