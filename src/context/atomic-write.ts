import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

let serial = 0;

/**
 * Writes a file so that a reader, and whoever comes after a killed writer, sees either all of the old content or all of
 * the new one. The disk is not waited for: that would be a tenth of what a hook costs.
 */
export function writeAtomically(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  serial += 1;
  const temporary = `${file}.${process.pid}-${serial}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
