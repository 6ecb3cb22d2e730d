import { randomBytes } from 'node:crypto';
import { TransactionError } from '../errors.js';
import type { Change } from './change.js';
import { applySteps, cleanUp } from './finish.js';
import { type Journal, writeJournal } from './journal.js';
import type { Root } from './root.js';
import { checkUnchanged, checkWritable, describeStep, stageChange } from './stage.js';
import { Targets } from './targets.js';
import { undo } from './undo.js';

/**
 * Carries out changes as a whole: all of them, or none. The caller holds the lock and has recovered what an earlier
 * transaction left.
 *
 * A kill leaves the journal: before `committed` nothing that was there has been touched, and the next run takes away
 * what was staged; after it everything new lies beside what it replaces, and the next run finishes.
 *
 * @returns the paths of files that somebody changed in the very moment, which stayed
 * @throws {ChangedMeanwhileError} when a file is not what its change was planned for; nothing was changed then
 * @throws {TransactionError} with what the operating system said
 */
export function runTransaction(
  root: Root,
  label: Journal['label'],
  changes: readonly Change[],
  onProgress?: (done: number, total: number) => void,
): string[] {
  checkAll(root, changes, [checkUnchanged, checkWritable]);
  const journal: Journal = {
    $schema: 'journal/1',
    id: randomBytes(4).toString('hex'),
    label,
    phase: 'staging',
    steps: changes.map((change) => describeStep(change)),
  };
  try {
    writeJournal(root, journal);
    stageAll(root, changes, journal);
    checkAll(root, changes, [checkUnchanged]);
    writeJournal(root, { ...journal, phase: 'committed' });
  } catch (error) {
    throw tryUndo(root, journal, error);
  }
  let kept: string[];
  try {
    kept = applySteps(root, journal, { isStaged: true, onProgress });
  } catch (error) {
    throw tryUndo(root, journal, error);
  }
  try {
    cleanUp(root, journal);
  } catch (error) {
    throw new TransactionError(error, false);
  }
  return kept;
}

function checkAll(
  root: Root,
  changes: readonly Change[],
  checks: ((targets: Targets, change: Change) => void)[],
): void {
  const targets = new Targets(root);
  for (const check of checks) for (const change of changes) check(targets, change);
}

function stageAll(root: Root, changes: readonly Change[], journal: Journal): void {
  const targets = new Targets(root);
  for (const change of changes) stageChange(targets, change, journal);
}

/** Undoes, and gives back the error to throw. */
function tryUndo(root: Root, journal: Journal, error: unknown): Error {
  if (error instanceof Error && 'path' in error) error.path = String(error.path).replace(STAGED, '');
  try {
    if (journal.steps.length > 0) markUndoing(root, journal);
    undo(root, journal);
  } catch {
    return new TransactionError(error, false);
  }
  return error instanceof Error && error.name === 'ChangedMeanwhileError' ? error : new TransactionError(error, true);
}

/** What is beside a file is not what the user knows it by. */
const STAGED = /\.[0-9a-f]{8}\.(?:new|old)$/;

/** A full disk takes no other journal; the one that is there then leads to the same end, or forward. */
function markUndoing(root: Root, journal: Journal): void {
  try {
    writeJournal(root, { ...journal, phase: 'undoing' });
  } catch {}
}
