import { accessSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs';
import { UsageError } from '../errors.js';
import type { Change } from './change.js';
import { hashTarget, keepAs, sha256, writeNew } from './files.js';
import type { Journal, Step } from './journal.js';
import type { Targets } from './targets.js';

/** Another process changed a file after the plan was made. */
export class ChangedMeanwhileError extends Error {
  constructor(readonly file: string) {
    super(`${file} was changed in the meantime`);
    this.name = 'ChangedMeanwhileError';
  }
}

/** Names beside a file: what it is to become, and what it was. */
export function stagedNames(target: string, id: string): { next: string; old: string } {
  return { next: `${target}.${id}.new`, old: `${target}.${id}.old` };
}

/** What is written down of a change. */
export function describeStep(change: Change): Step {
  switch (change.kind) {
    case 'make-folder':
    case 'remove-folder':
      return { kind: change.kind, path: change.path };
    case 'write':
      return { kind: change.kind, path: change.path, before: change.before, after: sha256(change.content) };
    case 'remove':
      return { kind: change.kind, path: change.path, before: change.before };
  }
}

/**
 * Puts everything new beside what it will replace, on the same disk, and gives everything old a second name. After this
 * nothing needs space any more.
 */
export function stageChange(targets: Targets, change: Change, { id }: Journal): void {
  const target = targets.resolve(change.path);
  const { next, old } = stagedNames(target, id);
  switch (change.kind) {
    case 'make-folder':
      makeFolder(target);
      return;
    case 'write':
      writeNew(next, change.content, change.mode, { durable: change.before !== undefined });
      if (change.before !== undefined) keepAs(target, old);
      return;
    case 'remove':
      keepAs(target, old);
      return;
    case 'remove-folder':
      return;
  }
}

/** @throws {ChangedMeanwhileError} when a file is not what the change was planned for */
export function checkUnchanged(targets: Targets, change: Change): void {
  if (change.kind !== 'write' && change.kind !== 'remove') return;
  const target = targets.look(change.path);
  if (hashTarget(target) !== change.before) throw new ChangedMeanwhileError(target.file);
}

/** @throws {UsageError} when a file that is to go was made read-only: a rename would not ask */
export function checkWritable(targets: Targets, change: Change): void {
  if ((change.kind !== 'write' && change.kind !== 'remove') || change.before === undefined) return;
  const target = targets.resolve(change.path);
  const isReadOnly = (statSync(target).mode & 0o222) === 0;
  if (isReadOnly)
    throw new UsageError(
      `${target} is read-only; nothing was changed.`,
      'Make it writable, and run the command again.',
    );
  accessSync(target, constants.W_OK);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const isThere = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory();
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isThere) throw error;
  }
}
