import type * as Crypto from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { LINKLESS } from '../context/lock.js';
import type { Target } from './targets.js';

/** Writes a file that must not exist yet, and waits for the disk where that is asked for. */
export function writeNew(
  file: string,
  content: Buffer,
  mode: { bits: number; exact: boolean },
  { durable }: { durable: boolean },
): void {
  const descriptor = openSync(file, 'wx', mode.bits);
  try {
    for (let written = 0; written < content.length; ) written += writeSync(descriptor, content, written);
    if (mode.exact) fchmodSync(descriptor, mode.bits);
    if (durable) fsyncSync(descriptor);
  } catch (error) {
    // What the system says of an open file does not say which.
    throw Object.assign(error as Error, { path: file });
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a file a second name, or copies it where the disk has no second names. */
export function keepAs(file: string, other: string): void {
  try {
    linkSync(file, other);
  } catch (error) {
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(file, other, constants.COPYFILE_EXCL);
  }
}

/** The SHA-256 of a regular file; undefined where there is none. */
export function hashOf(file: string): string | undefined {
  return hashTarget({ file, stats: lstatSync(file, { throwIfNoEntry: false }) });
}

/** The same of what has been looked at. */
export function hashTarget({ file, stats }: Target): string | undefined {
  return stats?.isFile() ? sha256(readFileSync(file)) : undefined;
}

let crypto: typeof Crypto | undefined;

/** Loads Node.js' cryptography where something is hashed: an installation with nothing to do hashes nothing. */
export function sha256(content: Uint8Array | string): string {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto.hash('sha256', content, 'hex');
}

export function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Removes a file that may be gone already. */
export function removeFile(file: string): void {
  if (exists(file)) unlinkSync(file);
}

/** Removes a folder unless it holds something, or is gone already. */
export function removeEmptyFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}
