import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type LockTimes, withLock } from '../context/lock.js';
import { UsageError } from '../errors.js';
import { hasTransaction, transactionFolder } from './pending.js';
import { type Recovery, recover, removeTransactionFolder } from './recover.js';
import type { Root } from './root.js';

/** The lock of a dead process is taken over at once; only one of another host is waited out. */
const TIMES: LockTimes = { staleAfterMs: 600_000, waitMs: 30_000 };

/**
 * Runs `work` while no other process changes this installation, after what an earlier one left has been finished or
 * undone. `onWait` is called once when another process is in the way.
 *
 * @throws {UsageError} when the other one has not ended after 30 seconds
 */
export function runExclusively<Result>(
  root: Root,
  onWait: () => void,
  work: (recovery: Recovery | undefined) => Result,
  attempts = 100,
): Result {
  hasTransaction(root);
  const file = path.join(transactionFolder(root), 'journal');
  try {
    const wait = { begins: onWait, isOver: () => false };
    const done = withLock(file, wait, () => ({ result: work(recover(root)) }), TIMES);
    if (done) return done.result;
  } catch (error) {
    // The one before us removed the folder just when we came into it.
    if (attempts > 1 && isGone(error, file)) return runExclusively(root, onWait, work, attempts - 1);
    throw error;
  } finally {
    removeTransactionFolder(root);
  }
  throw new UsageError(
    `Another process is at work on this installation${ownerOf(`${file}.lock`)}, and has not ended in 30 seconds.`,
    `Wait until it has ended; if there is none, delete ${transactionFolder(root)}.`,
  );
}

function isGone(error: unknown, file: string): boolean {
  const { code, path: where } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && where !== undefined && (where === path.dirname(file) || where.startsWith(`${file}.lock`));
}

function ownerOf(lock: string): string {
  try {
    const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number };
    return ` (process ${pid})`;
  } catch {
    return '';
  }
}
