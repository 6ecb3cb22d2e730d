import picomatch from 'picomatch';
import type { Boundary } from '../definition/model.js';
import { matchFolder } from './folder-glob.js';

/** What Boundaries of a definition says. */
export interface Boundaries {
  allowed: readonly Boundary[];
  forbidden: readonly Boundary[];
}

export type PathVerdict = { kind: 'allowed' } | { kind: 'forbidden'; boundary: Boundary } | { kind: 'outside' };

/** One way to read a tool's path: relative to the project (forward slashes, normalised), or where else it leads. */
export type Reading = { kind: 'inside'; path: string } | { kind: 'outside'; path: string };

/**
 * Judges a path relative to the project, normalised and with forward slashes. Forbidden wins over Allowed and takes no
 * notice of letter case, as `Frontend/` and `frontend/` are one folder on macOS and Windows. Without Allowed paths
 * nothing is outside.
 */
export function judgePath(boundaries: Boundaries, relativePath: string): PathVerdict {
  const path = relativePath.normalize('NFC');
  const folded = fold(path);
  const boundary = paths(boundaries.forbidden).find(({ value }) => {
    const matches = matcher(value, 'is');
    return matches(path) || matches(folded);
  });
  if (boundary) return { kind: 'forbidden', boundary };
  const allowed = paths(boundaries.allowed);
  if (allowed.length === 0 || allowed.some(({ value }) => matcher(value, 's')(path))) {
    return { kind: 'allowed' };
  }
  return { kind: 'outside' };
}

/** The strictest verdict on any reading of a path (forbidden, then outside), and the reading it was given on. */
export function judgeReadings(
  boundaries: Boundaries,
  readings: readonly Reading[],
): PathVerdict & { reading?: Reading } {
  const verdicts = readings.map((reading) => ({ ...judgeReading(boundaries, reading), reading }));
  const strictest = (['forbidden', 'outside'] as const).map((kind) =>
    verdicts.find((verdict) => verdict.kind === kind),
  );
  return strictest.find((verdict) => verdict !== undefined) ?? { kind: 'allowed' };
}

/** The globs of Allowed, as written. */
export function allowedGlobs({ allowed }: Boundaries): string[] {
  return paths(allowed).map(({ value }) => value);
}

function judgeReading(boundaries: Boundaries, { kind, path }: Reading): PathVerdict {
  if (kind === 'inside') return judgePath(boundaries, path);
  return { kind: paths(boundaries.allowed).length === 0 ? 'allowed' : 'outside' };
}

function paths(boundaries: readonly Boundary[]): Boundary[] {
  return boundaries.filter(({ kind }) => kind === 'path');
}

/** The flag `s`, because a glob's wildcard stands for a line break in a name too. */
function matcher(value: string, flags: 's' | 'is'): (path: string) => boolean {
  const glob = toGlob(value);
  const folder = matchFolder(glob, flags === 'is');
  let others: ((path: string) => boolean) | undefined;
  return (path) => {
    const isInFolder = folder?.(path);
    if (isInFolder !== undefined) return isInFolder;
    others ??= picomatch(glob, { dot: true, windows: false, flags });
    return others(path);
  };
}

/** An entry without wildcards, or one that ends in a slash, is a folder with all that is in it (or just a file). */
function toGlob(value: string): string {
  const glob = value.replaceAll('\\', '/').replace(/^\//, '').normalize('NFC');
  if (glob.endsWith('/')) return `${glob}**`;
  return /^!|[*?[{]|[!+@]\(/.test(glob) ? glob : `${glob}/**`;
}

/** What HFS+ leaves out of account in a name. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** The name as a file system compares it that ignores case: letters such as the long s fold to ASCII only this way. */
function fold(path: string): string {
  return path.replace(IGNORED, '').toLowerCase().toUpperCase().toLowerCase();
}
