import { lstatSync, rmdirSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { applySteps, canFinish, cleanUp } from './finish.js';
import { type Journal, readJournal, transactionFolder } from './journal.js';
import type { Root } from './root.js';
import { undo } from './undo.js';

/** What became of a transaction that was cut off. */
export interface Recovery {
  kind: 'finished' | 'undone';
  label: Journal['label'];
  /** Paths of files that were edited since, and stayed as they are. */
  kept: string[];
}

/** Whether there are traces of a transaction: one that goes on, or one that was cut off. */
export function hasTransaction(root: Root): boolean {
  const folder = transactionFolder(root);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats || stats.isDirectory()) return stats !== undefined;
  throw new UsageError(
    `${folder} is not a folder.`,
    'Move it away: the name is for what goes on during an installation.',
  );
}

/** Finishes or undoes what was cut off; the caller holds the lock. */
export function recover(root: Root): Recovery | undefined {
  const journal = readJournal(root);
  if (!journal) return undefined;
  const { label } = journal;
  if (journal.phase === 'committed' && canFinish(root, journal)) {
    const kept = applySteps(root, journal);
    cleanUp(root, journal);
    return { kind: 'finished', label, kept };
  }
  undo(root, journal);
  return { kind: 'undone', label, kept: [] };
}

/** Removes the folder of transactions unless another process waits in it. */
export function removeTransactionFolder(root: Root): void {
  try {
    rmdirSync(transactionFolder(root));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
}
