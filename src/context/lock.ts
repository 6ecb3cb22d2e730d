import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { childPath } from '../child-path.js';
import { writeInFolder } from './atomic-write.js';

/** How long a lock is good for. */
export interface LockTimes {
  /** A lock older than this was left behind, whatever became of its owner's process id. */
  staleAfterMs: number;
  /** How long to wait for a lock. */
  waitMs: number;
}

/** An update of the context takes milliseconds, and the client gives a hook 10 s. */
const CONTEXT_TIMES: LockTimes = { staleAfterMs: 5_000, waitMs: 8_000 };
/** Files of a process that nobody waits for, where the process may be one of another host. */
const LITTER_AFTER_MS = 60_000;

/** What a file system without hard links answers. */
export const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK']);

let serial = 0;

/** What to do while another process holds the lock: `begins` is called once, `isOver` before each pause. */
export interface Wait {
  begins(): void;
  isOver(): boolean;
}

/**
 * Runs `work` while this process alone holds the lock beside `file`. A lock whose owner is dead, or asleep for too long,
 * is taken over; `assertHeld` throws when that happened to this one, and has to be called before anything is replaced.
 *
 * @returns undefined when the wait was over without the lock: by `isOver`, or for its length
 */
export function withLock<Result>(
  file: string,
  wait: Wait,
  work: (assertHeld: () => void) => Result,
  times: LockTimes = CONTEXT_TIMES,
): Result | undefined {
  const lock = `${file}.lock`;
  serial += 1;
  const ticket = `${lock}.${process.pid}-${serial}`;
  const owner = JSON.stringify({ pid: process.pid, host: processSpace(), serial, at: Date.now() });
  try {
    writeInFolder(ticket, owner, 'w');
    if (!acquire(lock, ticket, wait, times)) return undefined;
    try {
      removeLitter(file, [lock, ticket]);
      return work(() => {
        if (read(lock) !== owner) throw new Error(`${lock} was taken over by another process`);
      });
    } finally {
      if (read(lock) === owner) unlinkSync(lock);
    }
  } finally {
    tryUnlink(ticket);
  }
}

function acquire(lock: string, ticket: string, wait: Wait, { staleAfterMs, waitMs }: LockTimes): boolean {
  const deadline = Date.now() + waitMs;
  let waits = false;
  for (let pause = 5; ; pause = Math.min(100, pause * 2)) {
    try {
      claim(ticket, lock);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (removeStale(lock, ticket, staleAfterMs)) continue;
    if (!waits) wait.begins();
    waits = true;
    if (wait.isOver() || Date.now() > deadline) return false;
    sleep(pause * (0.5 + Math.random()));
  }
}

/** `link` fails when the lock exists, and never leaves one without its owner's name in it; not every disk has it. */
function claim(ticket: string, lock: string): void {
  try {
    linkSync(ticket, lock);
  } catch (error) {
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(ticket, lock, constants.COPYFILE_EXCL);
  }
}

function removeStale(lock: string, ticket: string, staleAfterMs: number): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (isAlive(owner) && Date.now() - statSync(lock).ctimeMs < staleAfterMs) return false;
    // Of several that find the lock stale, one wins the rename; it makes sure that it moved the lock it judged.
    const aside = `${ticket}.stale`;
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== owner) linkSync(aside, lock);
    unlinkSync(aside);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EEXIST') return true;
    throw error;
  }
}

function isAlive(owner: string): boolean {
  try {
    const { pid, host } = JSON.parse(owner) as { pid: number; host: string };
    if (host !== processSpace()) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes tickets and half-written files of processes that were killed. */
function removeLitter(file: string, inUse: readonly string[]): void {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start)) continue;
    const litter = childPath(folder, name);
    if (inUse.includes(litter)) continue;
    const pid = /\.(\d+)-\d+(\.tmp|\.stale)?$/.exec(name)?.[1];
    if (!pid) continue;
    const stats = statSync(litter, { throwIfNoEntry: false });
    if (!stats) continue;
    // A ticket says whose it is; one that was cut off in the writing has its owner's id in its name.
    const isOwned = isAlive(read(litter) || JSON.stringify({ pid: Number(pid), host: processSpace() }));
    if (!isOwned || Date.now() - stats.ctimeMs > LITTER_AFTER_MS) tryUnlink(litter);
  }
}

/** Nothing is said of what is gone already. `rmSync` would load what removes folders. */
function tryUnlink(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Where a process id means something: this host, or this container of several that share a folder. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return process.getBuiltinModule('node:os').hostname();
  }
}
