import { rmdirSync } from 'node:fs';
import { applySteps, canFinish, cleanUp } from './finish.js';
import { type Journal, readJournal } from './journal.js';
import { transactionFolder } from './pending.js';
import type { Root } from './root.js';
import { undo } from './undo.js';

/** What became of a transaction that was cut off. */
export interface Recovery {
  kind: 'finished' | 'undone';
  label: Journal['label'];
  /** Paths of files that were edited since, and stayed as they are. */
  kept: string[];
}

/** Finishes or undoes what was cut off; the caller holds the lock. */
export function recover(root: Root): Recovery | undefined {
  const journal = readJournal(root);
  if (!journal) return undefined;
  const { label } = journal;
  if (journal.phase === 'committed' && canFinish(root, journal)) {
    const kept = applySteps(root, journal, { isStaged: false });
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
