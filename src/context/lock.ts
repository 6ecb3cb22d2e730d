import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** A lock older than this was left behind, whatever its owner's process id says. Far above what an update takes. */
const STALE_AFTER_MS = 30_000;
const WAIT_MS = 8_000;

let serial = 0;

/**
 * Runs `work` while this process alone holds the lock beside `file`. A lock whose owner is dead is taken over.
 *
 * @throws {Error} when the lock is not free within 8 seconds
 */
export function withLock<Result>(file: string, work: () => Result): Result {
  const lock = `${file}.lock`;
  mkdirSync(path.dirname(file), { recursive: true });
  serial += 1;
  const ticket = `${lock}.${process.pid}-${serial}`;
  writeFileSync(ticket, JSON.stringify({ pid: process.pid, host: hostname(), serial }));
  try {
    acquire(lock, ticket);
    try {
      return work();
    } finally {
      unlinkSync(lock);
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/** `link` fails when the lock exists and never leaves one without its owner's name in it. */
function acquire(lock: string, ticket: string): void {
  const deadline = Date.now() + WAIT_MS;
  for (let pause = 2; ; pause = Math.min(50, pause * 2)) {
    try {
      linkSync(ticket, lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (removeStale(lock, ticket)) continue;
    if (Date.now() > deadline) throw new Error(`${lock} is held by another process`);
    sleep(pause * (0.5 + Math.random()));
  }
}

function removeStale(lock: string, ticket: string): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (isAlive(owner) && Date.now() - statSync(lock).mtimeMs < STALE_AFTER_MS) return false;
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
    if (host !== hostname()) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
