import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** How many links in a row Linux follows. */
const MAX_HOPS = 40;

/**
 * Where a write to this absolute, normalised path lands: links are followed as far as the path exists, and one that
 * leads nowhere to the place where the write would make a file. Never throws: what cannot be read counts as missing.
 */
export function realPath(file: string, hops = MAX_HOPS): string {
  const ends = ancestorEnds(file);
  // What exists is a beginning of the path, so its end is found by halving: a path may have thousands of missing parts.
  let [low, high] = [0, ends.length];
  let existing: string | undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    const real = attempt(() => realpathSync.native(file.slice(0, ends[middle])));
    if (real === undefined) high = middle;
    else [low, existing] = [middle + 1, real];
  }
  if (existing === undefined) return file;
  if (low === ends.length) return existing;
  const missing = file.slice(0, ends[low]);
  const rest = file.slice(ends[low]);
  const target = attempt(() => readlinkSync(missing));
  if (target !== undefined && hops > 0) return realPath(path.join(path.resolve(existing, target), rest), hops - 1);
  return path.join(existing, path.basename(missing), rest);
}

/** Where the path of each folder on the way ends, the root's first, the file's own last. */
function ancestorEnds(file: string): number[] {
  const root = path.parse(file).root.length;
  const ends = [root];
  for (let at = file.indexOf(path.sep, root); at !== -1; at = file.indexOf(path.sep, at + 1)) ends.push(at);
  return file.length > root ? [...ends, file.length] : ends;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
