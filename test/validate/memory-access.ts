import path from 'node:path';
import type { FileAccess } from '../../src/validate/file-access.js';

/** A file as its content, a script that may be run, or one whose reading fails. */
export type MemoryFile = string | Uint8Array | { script: string } | { fails: string };

export type MemoryFiles = Record<string, MemoryFile>;

/** A file system that holds these files below `root`, and their folders. */
export function memoryAccess(root: string, files: MemoryFiles): FileAccess {
  const paths = new Map(Object.entries(files).map(([name, file]) => [path.resolve(root, name), file]));
  const isFolder = (folder: string) => [...paths.keys()].some((file) => file.startsWith(folder + path.sep));
  return {
    read(file) {
      const found = paths.get(file);
      if (found === undefined) throw systemError('ENOENT', file);
      if (typeof found === 'string') return Buffer.from(found);
      if (found instanceof Uint8Array) return found;
      if ('fails' in found) throw systemError(found.fails, file);
      return Buffer.from(found.script);
    },
    stat(file) {
      const found = paths.get(file);
      if (found !== undefined) return { kind: 'file', executable: typeof found === 'object' && 'script' in found };
      return isFolder(file) ? { kind: 'directory', executable: true } : undefined;
    },
    list(folder) {
      const names = [...paths.keys()]
        .filter((file) => file.startsWith(folder + path.sep))
        .flatMap((file) => file.slice(folder.length + 1).split(path.sep)[0] ?? []);
      return [...new Set(names)].sort();
    },
    isLink: () => false,
  };
}

function systemError(code: string, file: string): Error {
  return Object.assign(new Error(`${code}: ${file}`), { code, path: file });
}
