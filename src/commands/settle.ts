import type { Environment } from '../streams.js';
import { hasTransaction } from '../transaction/pending.js';
import type { Recovery } from '../transaction/recover.js';
import type { Root } from '../transaction/root.js';

/** Finishes or undoes what an interrupted command left, and says which; a command that goes on is waited for. */
export async function settleInterrupted(environment: Environment, root: Root): Promise<Recovery | undefined> {
  if (!hasTransaction(root)) return undefined;
  const { runExclusively } = await import('../transaction/exclusive.js');
  const recovery = runExclusively(
    root,
    () => sayWaiting(environment),
    (found) => found,
  );
  if (recovery) sayRecovered(environment, recovery);
  return recovery;
}

export function sayWaiting({ stderr }: Environment): void {
  stderr.write('Another process is at work on this installation; waiting for it.\n');
}

export function sayRecovered({ stderr }: Environment, { kind, label, kept }: Recovery): void {
  const outcome = kind === 'finished' ? 'has been finished' : 'has been undone';
  stderr.write(`An ${label} that was interrupted ${outcome}.\n`);
  for (const path of kept) stderr.write(`${path} was changed since, and stays as it is.\n`);
}
