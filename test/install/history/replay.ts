import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { TransactionError } from '../../../src/errors.js';
import { readManifest } from '../../../src/install/inspect.js';
import { preparePlan } from '../../../src/install/prepare.js';
import { transactionFolder } from '../../../src/transaction/pending.js';
import { recover, removeTransactionFolder } from '../../../src/transaction/recover.js';
import type { Root } from '../../../src/transaction/root.js';
import { runTransaction } from '../../../src/transaction/run.js';
import type { Action } from './actions.js';
import { type Fault, Killed, withFault } from './faults.js';
import { User } from './user.js';
import { VERSIONS } from './versions.js';

type OurAction = Extract<Action, { kind: 'install' | 'uninstall' }>;
type Tree = Record<string, string>;

/** What was seen in all histories: the kinds of operations, and of what became of interrupted ones. */
export const seen = new Set<string>();

/** Goes through a history in a folder of its own, and checks after each step what must hold. */
export function replay(actions: readonly Action[]): void {
  const parent = mkdtempSync(path.join(tmpdir(), 'history-'));
  try {
    const repository = path.join(parent, 'my project');
    mkdirSync(repository);
    const user = new User(repository);
    /** What was there before an installation that the user has not touched since. */
    let untouched: Tree | undefined;
    for (const action of actions) {
      const before = read(repository);
      if (action.kind !== 'install' && action.kind !== 'uninstall') {
        user.act(action);
        untouched = undefined;
        continue;
      }
      if (!readManifest(rootOf(repository))) untouched = action.kind === 'install' ? before : undefined;
      carryOut(repository, action, before);
      const after = read(repository);
      checkNothingLost(before, after, action);
      if (action.kind === 'uninstall' && untouched) expect(after, 'an uninstall is the way back').toEqual(untouched);
    }
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** With its fault, the action comes to the same end as in a twin without one; or there is an error, and nothing has happened. */
function carryOut(repository: string, action: OurAction, before: Tree): void {
  if (!action.fault) {
    run(repository, action);
    return;
  }
  const twin = `${repository} twin`;
  cpSync(repository, twin, { recursive: true });
  run(twin, action);
  const end = read(twin);
  rmSync(twin, { recursive: true });
  const { error } = withFault(action.fault, () => run(repository, action));
  if (error && action.fault.kind === 'full') {
    // A full disk takes nothing from what is there: all of it can be undone.
    expect(error).toMatchObject({ message: expect.stringContaining('ENOSPC') });
    expect(error instanceof TransactionError ? error.isUndone : true).toBe(true);
    expect(read(repository), 'what failed has changed nothing').toEqual(before);
  }
  if (error) heal(repository, action.again);
  if (error) run(repository, action);
  expect(read(repository), 'the next run comes to the same end').toEqual(end);
}

/** The next run may be killed, too. */
function heal(repository: string, again: Fault | undefined): void {
  const { error } = withFault(again, () => recoverIn(rootOf(repository)));
  if (error) expect(error).toBeInstanceOf(Killed);
}

function run(repository: string, action: OurAction): void {
  const root = rootOf(repository);
  recoverIn(root);
  const recorded = readManifest(root);
  if (action.kind === 'uninstall' && !recorded) return;
  const desired = action.kind === 'install' ? VERSIONS[action.version] : undefined;
  const force = action.kind === 'install' && action.force;
  const { plan } = preparePlan(root, { desired, recorded, force });
  expect(plan.obstacles).toEqual([]);
  for (const { kind } of plan.operations) seen.add(kind);
  if (plan.stopped) return;
  mkdirSync(transactionFolder(root), { recursive: true });
  try {
    runTransaction(root, action.kind, plan.changes);
  } finally {
    removeTransactionFolder(root);
  }
}

function recoverIn(root: Root): void {
  if (!existsSync(transactionFolder(root))) return;
  const recovery = recover(root);
  if (recovery) seen.add(recovery.kind);
  removeTransactionFolder(root);
}

function rootOf(repository: string): Root {
  return { claudeFolder: path.join(repository, '.claude'), followLinks: false };
}

/** Every word of the user is still where he wrote it; where he asked for ours by force, it is kept somewhere. */
function checkNothingLost(before: Tree, after: Tree, action: OurAction): void {
  const everything = Object.values(after).join('\n');
  for (const [file, text] of Object.entries(before)) {
    const kept = action.kind === 'install' && action.force ? everything : (after[file] ?? '');
    const isBackup = file.includes('/backup/');
    for (const word of text.match(/word\d+of-the-user/g) ?? []) {
      expect(isBackup ? everything : kept, `${word} of ${file} is lost`).toContain(word);
    }
    if (!isOurs(file, text)) expect(isBackup ? everything : after[file], `${file} was changed`).toContain(text);
  }
}

/** Files that nobody but the user has written, all of whose bytes are his. */
function isOurs(file: string, text: string): boolean {
  return (
    !/^(?:backend\/|\.claude\/(?:agents\/mine|skills\/a\/notes|context\/mine))/.test(file) &&
    !/^word\d+of-the-user\n$/.test(text)
  );
}

/** Every file below a folder with its mode, by its path; folders, too. */
function read(folder: string): Tree {
  const tree: Tree = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const absolute = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    if (entry.isDirectory()) tree[`${relative}/`] = '';
    else tree[relative] = `${readFileSync(absolute, 'latin1')}${modeOf(absolute)}`;
  }
  return tree;
}

function modeOf(file: string): string {
  return process.platform === 'win32' ? '' : `\u0000${(lstatSync(file).mode & 0o777).toString(8)}`;
}
