import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A lock older than this was left behind, whatever became of its owner's process id. An update takes milliseconds. */
const STALE_AFTER_MS = 5_000;
/** Below the 10 s that the client gives a hook. */
const WAIT_MS = 8_000;
/** Files of a killed process that nobody waits for. */
const LITTER_AFTER_MS = 60_000;

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
 * @returns undefined when the wait was over without the lock: by `isOver`, or after 8 seconds
 */
export function withLock<Result>(
  file: string,
  wait: Wait,
  work: (assertHeld: () => void) => Result,
): Result | undefined {
  const lock = `${file}.lock`;
  mkdirSync(path.dirname(file), { recursive: true });
  serial += 1;
  const ticket = `${lock}.${process.pid}-${serial}`;
  const owner = JSON.stringify({ pid: process.pid, host: processSpace(), serial, at: Date.now() });
  writeFileSync(ticket, owner);
  try {
    if (!acquire(lock, ticket, wait)) return undefined;
    try {
      removeLitter(file);
      return work(() => {
        if (read(lock) !== owner) throw new Error(`${lock} was taken over by another process`);
      });
    } finally {
      if (read(lock) === owner) unlinkSync(lock);
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/** `link` fails when the lock exists, and never leaves one without its owner's name in it. */
function acquire(lock: string, ticket: string, wait: Wait): boolean {
  const deadline = Date.now() + WAIT_MS;
  let waits = false;
  for (let pause = 5; ; pause = Math.min(100, pause * 2)) {
    try {
      linkSync(ticket, lock);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (removeStale(lock, ticket)) continue;
    if (!waits) wait.begins();
    waits = true;
    if (wait.isOver() || Date.now() > deadline) return false;
    sleep(pause * (0.5 + Math.random()));
  }
}

function removeStale(lock: string, ticket: string): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (isAlive(owner) && Date.now() - statSync(lock).ctimeMs < STALE_AFTER_MS) return false;
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

/** Removes tickets and half-written files of processes that were killed long ago. */
function removeLitter(file: string): void {
  const folder = path.dirname(file);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${path.basename(file)}.`) || !/\.\d+-\d+(\.tmp|\.stale)?$/.test(name)) continue;
    const litter = path.join(folder, name);
    const stats = statSync(litter, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.ctimeMs > LITTER_AFTER_MS) rmSync(litter, { force: true });
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
