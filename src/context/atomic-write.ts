import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

let serial = 0;

/**
 * Writes a file so that a reader sees either all of the old content or all of the new one. A `durable` one is on the disk
 * before it takes the place of the old, so that it also outlives a power failure.
 */
export function writeAtomically(file: string, content: string, durable: boolean): void {
  mkdirSync(path.dirname(file), { recursive: true });
  serial += 1;
  const temporary = `${file}.${process.pid}-${serial}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, content);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
