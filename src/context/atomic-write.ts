import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeAll } from '../write-all.js';

let serial = 0;

/**
 * Writes a file so that a reader, and whoever comes after a killed writer, sees either all of the old content or all of
 * the new one. The disk is not waited for: that would be a tenth of what a hook costs.
 */
export function writeAtomically(file: string, content: string): void {
  serial += 1;
  const temporary = `${file}.${process.pid}-${serial}.tmp`;
  try {
    writeInFolder(temporary, content, 'wx');
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a file, into a folder that is made where it is missing, which it is once. By calls that the start of a hook has made:
 * `writeFileSync` would be compiled first.
 */
export function writeInFolder(file: string, content: string, flag: 'w' | 'wx'): void {
  const write = () => {
    const opened = openSync(file, flag);
    try {
      writeAll(opened, content);
    } finally {
      closeSync(opened);
    }
  };
  try {
    write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    write();
  }
}
