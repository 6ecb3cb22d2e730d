import type { FileAccess } from './file-access.js';
import { isInTree, type Layout } from './layout.js';

/** Larger files are none of those that are looked up; nothing of them is read. */
const MAX_BYTES = 1_048_576;

/** The text of a file that another one points to; undefined for what is no file, too large, or out of the tree. */
export function readInside(file: string, layout: Layout, access: FileAccess): string | undefined {
  const stats = access.stat(file);
  if (stats?.kind !== 'file' || stats.size > MAX_BYTES || !isInTree(file, layout, access)) return undefined;
  try {
    return new TextDecoder().decode(access.read(file));
  } catch {
    return undefined;
  }
}
