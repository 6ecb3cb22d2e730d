import path from 'node:path';
import { checkSize, type FileAccess } from '../../src/validate/file-access.js';

/** A file as its content, a script that may be run, or one whose reading fails. */
export type MemoryFile = string | Uint8Array | { script: string } | { fails: string };

export type MemoryFiles = Record<string, MemoryFile>;

/** A file system that holds these files below `root`, and their folders; `links` are files that lead elsewhere. */
export function memoryAccess(root: string, files: MemoryFiles, leads: Record<string, string> = {}): FileAccess {
  const links = new Map(Object.entries(leads).map(([name, target]) => [path.resolve(root, name), target]));
  const paths = new Map(Object.entries(files).map(([name, file]) => [path.resolve(root, name), file]));
  const isFolder = (folder: string) => [...paths.keys()].some((file) => file.startsWith(folder + path.sep));
  return {
    read(file, limit) {
      const found = paths.get(path.resolve(file));
      if (found === undefined) throw systemError('ENOENT', file);
      checkSize(file, sizeOf(found), limit);
      if (typeof found === 'string') return Buffer.from(found);
      if (found instanceof Uint8Array) return found;
      if ('fails' in found) throw systemError(found.fails, file);
      return Buffer.from(found.script);
    },
    stat(name) {
      // As on a disk a folder may be named with a separator behind it.
      const file = path.resolve(name);
      const found = paths.get(file);
      if (found !== undefined) {
        return { kind: 'file', executable: typeof found === 'object' && 'script' in found, size: sizeOf(found) };
      }
      return isFolder(file) ? { kind: 'directory', executable: true, size: 0 } : undefined;
    },
    list(folder) {
      const names = [...paths.keys()]
        .filter((file) => file.startsWith(folder + path.sep))
        .flatMap((file) => file.slice(folder.length + 1).split(path.sep)[0] ?? []);
      return [...new Set(names)].sort();
    },
    isLink: (file) => links.has(file),
    realPath: (file) => links.get(file) ?? (paths.has(file) || isFolder(file) ? file : undefined),
  };
}

function sizeOf(file: MemoryFile): number {
  if (typeof file === 'string') return Buffer.byteLength(file);
  if (file instanceof Uint8Array) return file.length;
  return 'script' in file ? Buffer.byteLength(file.script) : 0;
}

function systemError(code: string, file: string): Error {
  return Object.assign(new Error(`${code}: ${file}`), { code, path: file });
}
