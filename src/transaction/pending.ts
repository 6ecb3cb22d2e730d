import { lstatSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { baseOf, type Root } from './root.js';

/** Where a transaction keeps its lock and its journal, beside the folder that it works in, for as long as it lasts. */
const TRANSACTION_FOLDER = '.backend-system-architect.transaction';

export function transactionFolder(root: Root): string {
  return path.join(baseOf(root), TRANSACTION_FOLDER);
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
