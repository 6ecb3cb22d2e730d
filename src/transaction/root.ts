import path from 'node:path';

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

export function toAbsolute(root: Root, relative: string): string {
  const [first, ...rest] = relative.split('/');
  return first === '.claude' ? path.join(root.claudeFolder, ...rest) : path.join(baseOf(root), relative);
}
