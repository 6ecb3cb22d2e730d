import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file that can be made again, by way of another one, so that no process reads half of it; `folders` of those that
 * hold it are made where they are missing. One that cannot be written costs speed, nothing else.
 *
 * @returns whether it was written
 */
export function writeCache(file: string, content: Uint8Array | string, folders: number): boolean {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolders(path.dirname(file), folders);
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, file);
    return true;
  } catch {
    tryRemove(temporary);
    return false;
  }
}

/** No more than so many: a home that is not there is not made. */
function makeFolders(folder: string, count: number): void {
  if (count === 0 || existsSync(folder)) return;
  makeFolders(path.dirname(folder), count - 1);
  mkdirSync(folder, { mode: 0o700 });
}

function tryRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
