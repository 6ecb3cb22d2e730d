import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

let serial = 0;

/**
 * Writes a file so that a reader, and whoever comes after a killed writer, sees either all of the old content or all of
 * the new one. The disk is not waited for: that would be a tenth of what a hook costs.
 */
export function writeAtomically(file: string, content: string): void {
  serial += 1;
  const temporary = `${file}.${process.pid}-${serial}.tmp`;
  try {
    writeInFolder(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Its folder is made where it is missing, which it is once. */
function writeInFolder(file: string, content: string): void {
  const write = () => writeFileSync(file, content, { flag: 'wx' });
  try {
    write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    write();
  }
}
