import { renameSync } from 'node:fs';
import { exists, hashOf, removeEmptyFolder, removeFile } from './files.js';
import { type Journal, removeJournal, type Step } from './journal.js';
import type { Root } from './root.js';
import { stagedNames } from './stage.js';
import { Targets } from './targets.js';

/**
 * Brings everything back to what it was before the transaction, and needs no space for it. What somebody has edited
 * since stays as it is.
 */
export function undo(root: Root, journal: Journal): void {
  const targets = new Targets(root);
  const backwards = journal.steps.toReversed();
  for (const step of backwards) restoreFile(targets, step, journal.id);
  for (const step of backwards) if (step.kind === 'make-folder') removeEmptyFolder(targets.resolve(step.path));
  removeJournal(root);
}

function restoreFile(targets: Targets, step: Step, id: string): void {
  if (step.kind !== 'write' && step.kind !== 'remove') return;
  const target = targets.resolve(step.path);
  const { next, old } = stagedNames(target, id);
  const isOurs = step.kind === 'write' ? hashOf(target) === step.after : !exists(target);
  if (isOurs) {
    if (exists(old)) renameSync(old, target);
    else if (step.before === undefined) removeFile(target);
  }
  removeFile(next);
  removeFile(old);
}
