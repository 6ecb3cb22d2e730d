import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** How the validator sees a file system; checks never touch the disk by another way. */
export interface FileAccess {
  /** Throws the system's error when the file cannot be read. */
  read(file: string): Uint8Array;
  /** Undefined when there is nothing at the path; symbolic links are followed. */
  stat(file: string): { kind: 'file' | 'directory'; executable: boolean } | undefined;
  /** Names in a folder, sorted; none when it cannot be listed. */
  list(folder: string): string[];
  isLink(file: string): boolean;
}

export const diskAccess: FileAccess = {
  read: (file) => readFileSync(file),
  stat(file) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) return undefined;
    // Windows has no run bit; there the client starts a script through its shell.
    const executable = path.sep === '\\' || (stats.mode & 0o111) !== 0;
    return { kind: stats.isDirectory() ? 'directory' : 'file', executable };
  },
  list(folder) {
    try {
      return readdirSync(folder).sort();
    } catch {
      return [];
    }
  },
  isLink: (file) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
};
