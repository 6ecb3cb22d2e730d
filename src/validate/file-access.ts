import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** How the validator sees a file system; checks never touch the disk by another way. */
export interface FileAccess {
  /** Throws the system's error when the file cannot be read. */
  read(file: string): Uint8Array;
  /**
   * The same of a regular file with so many bytes, in a buffer of the caller where it fits: what comes back holds until the
   * buffer is used again.
   */
  readInto?(file: string, size: number, buffer: Buffer): Uint8Array;
  /** Undefined when nothing can be reached at the path; symbolic links are followed. The size is in bytes. */
  stat(file: string): { kind: 'file' | 'directory' | 'other'; executable: boolean; size: number } | undefined;
  /** Names in a folder, sorted; none when it cannot be listed. */
  list(folder: string): string[];
  /** The same, and which of them are known to be no links: to list tells that for nothing. */
  listEntries?(folder: string): { name: string; isPlain: boolean }[];
  /** The path with its links resolved; undefined when nothing can be reached there. */
  realPath(file: string): string | undefined;
  isLink(file: string): boolean;
}

/** Nobody may ever write into a pipe: it is not waited for. */
const FOR_READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export const diskAccess: FileAccess = {
  read(file) {
    const handle = openSync(file, FOR_READING);
    try {
      // A device has no end.
      if (!fstatSync(handle).isFile()) throw Object.assign(new Error(file), { code: 'ENOTSUP', path: file });
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  readInto(file, size, buffer) {
    if (size >= buffer.length) return diskAccess.read(file);
    const handle = openSync(file, FOR_READING);
    let length: number;
    try {
      length = readSync(handle, buffer, 0, buffer.length, 0);
    } finally {
      closeSync(handle);
    }
    // A short read is not the end of the file.
    return length === size ? buffer.subarray(0, length) : diskAccess.read(file);
  },
  stat(file) {
    const stats = tryStat(file);
    if (!stats) return undefined;
    // Windows has no run bit; there the client starts a script through its shell.
    const executable = path.sep === '\\' || (stats.mode & 0o111) !== 0;
    const kind = stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
    return { kind, executable, size: stats.size };
  },
  list(folder) {
    try {
      return readdirSync(folder).sort();
    } catch {
      return [];
    }
  },
  listEntries(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .map((entry) => ({ name: entry.name, isPlain: entry.isFile() || entry.isDirectory() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  },
  realPath(file) {
    try {
      return realpathSync.native(file);
    } catch {
      return undefined;
    }
  },
  isLink: (file) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
};

/** A path through a file, a link to itself and a name that no file can have all lead nowhere. */
function tryStat(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
