import type { Change } from '../../transaction/change.js';
import { MANIFEST_PATH, type RecordedFile } from '../manifest.js';

export interface FoldersInput {
  writes: readonly Change[];
  records: readonly RecordedFile[];
  /** Folders that the installation made so far. */
  recorded: readonly string[];
  existing: ReadonlySet<string>;
  isInstalled: boolean;
}

export interface FolderPlan {
  /** Parents first. */
  make: Change[];
  /** Children first. */
  remove: Change[];
  /** What the manifest says of them afterwards. */
  ours: string[];
}

/** The folders that have to be there for what is written, and those that nothing of ours needs any more. */
export function planFolders({ writes, records, recorded, existing, isInstalled }: FoldersInput): FolderPlan {
  const written = writes.flatMap((change) => (change.kind === 'write' ? [change.path] : []));
  const needed = [...(isInstalled ? [MANIFEST_PATH] : []), ...written].flatMap(parents);
  const make = [...new Set(needed)].filter((folder) => !existing.has(folder)).sort();
  const all = [...new Set([...recorded, ...make])].sort();
  const paths = records.flatMap(({ path, backup, beside }) => [
    path,
    ...(backup ? [backup] : []),
    ...(beside ? [beside.path] : []),
  ]);
  const inUse = new Set(isInstalled ? [MANIFEST_PATH, ...paths].flatMap(parents) : []);
  const unused = all.filter((folder) => !inUse.has(folder) && existing.has(folder)).reverse();
  return {
    make: make.map((path) => ({ kind: 'make-folder', path })),
    remove: unused.map((path) => ({ kind: 'remove-folder', path })),
    ours: all.filter((folder) => inUse.has(folder)),
  };
}

export function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
