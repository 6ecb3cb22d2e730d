import path from 'node:path';
import { childPath } from '../child-path.js';

/**
 * Where a transaction works. A path below `.claude` stands for one in `claudeFolder`, which has another name where the
 * user's configuration was moved; every other one is relative to the folder that holds it.
 */
export interface Root {
  claudeFolder: string;
  /** Go through symbolic links that lead out of the root. */
  followLinks: boolean;
}

/** The folder that `claudeFolder` stands in: a repository, or a home. */
export function baseOf({ claudeFolder }: Root): string {
  return path.dirname(claudeFolder);
}

/** Of a path with forward slashes and no part that leads up. */
export function toAbsolute(root: Root, relative: string): string {
  const isOurs = relative === CLAUDE || relative.startsWith(`${CLAUDE}/`);
  if (isOurs) return root.claudeFolder + toNative(relative.slice(CLAUDE.length));
  return childPath(baseOf(root), toNative(relative));
}

function toNative(relative: string): string {
  return path.sep === '/' ? relative : relative.replaceAll('/', path.sep);
}

const CLAUDE = '.claude';
