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

/** What can be reached at a path; the size is in bytes. */
export interface FileStats {
  readonly kind: 'file' | 'directory' | 'other';
  readonly executable: boolean;
  readonly size: number;
}

/** A name in a folder, and what it is, where that is known without a further look: a link may lead to anything. */
export interface FolderEntry {
  name: string;
  kind?: 'file' | 'directory' | undefined;
}

/** How the validator sees a file system; checks never touch the disk by another way. */
export interface FileAccess {
  /**
   * Throws the system's error when the file cannot be read, and `FileTooLarge` when it has more bytes than `limit`, of which
   * then none is read.
   */
  read(file: string, limit?: number): Uint8Array;
  /** A whole regular file, in a buffer of the caller; undefined where it does not fit in. */
  readInto?(file: string, buffer: Buffer): Uint8Array | undefined;
  /** Undefined when nothing can be reached at the path; symbolic links are followed. */
  stat(file: string): FileStats | undefined;
  /** Names in a folder, sorted; none when it cannot be listed. */
  list(folder: string): string[];
  /** The same with what each is: to list tells that for nothing. */
  listEntries?(folder: string): FolderEntry[];
  /** The path with its links resolved; undefined when nothing can be reached there. */
  realPath(file: string): string | undefined;
  isLink(file: string): boolean;
}

/** A file was not read, as it has more bytes than it may. */
export class FileTooLarge extends Error {
  readonly bytes: number;

  constructor(file: string, bytes: number) {
    super(`${file} is too large`);
    this.bytes = bytes;
  }
}

/** @throws {FileTooLarge} */
export function checkSize(file: string, bytes: number, limit = Number.POSITIVE_INFINITY): void {
  if (bytes > limit) throw new FileTooLarge(file, bytes);
}

/** Nobody may ever write into a pipe: it is not waited for. */
const FOR_READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export const diskAccess: FileAccess = {
  read(file, limit) {
    const handle = openSync(file, FOR_READING);
    try {
      const stats = fstatSync(handle);
      // A device has no end.
      if (!stats.isFile()) throw Object.assign(new Error(file), { code: 'ENOTSUP', path: file });
      checkSize(file, stats.size, limit);
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  readInto(file, buffer) {
    const handle = openSync(file, FOR_READING);
    try {
      let length = 0;
      // A short read is not the end of the file: only one of nothing is.
      for (let read = -1; read !== 0 && length < buffer.length; length += read) {
        read = readSync(handle, buffer, length, buffer.length - length, null);
      }
      return length < buffer.length ? buffer.subarray(0, length) : undefined;
    } finally {
      closeSync(handle);
    }
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
        .map((entry) => ({
          name: entry.name,
          kind: entry.isFile() ? ('file' as const) : entry.isDirectory() ? ('directory' as const) : undefined,
        }))
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
