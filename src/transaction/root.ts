import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';

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

/**
 * The file that a path stands for, through the links on its way.
 *
 * @throws {UsageError} when it lies outside of the root, and links are not to be followed there
 */
export function resolveTarget(root: Root, relative: string): string {
  const absolute = toAbsolute(root, relative);
  const target = realTarget(absolute);
  if (root.followLinks || isInside(target, realBase(root))) return target;
  // A configuration that was moved may itself be a link: it is where the user said that it is.
  if (isInside(target, realTarget(root.claudeFolder)) && !isLink(root.claudeFolder)) return target;
  throw new UsageError(
    `${absolute} leads by a symbolic link to ${target}, outside of ${baseOf(root)}.`,
    'Replace the link by a folder or file of its own, or run again with --follow-links to write where it leads.',
  );
}

const realBases = new WeakMap<Root, string>();

/** Asked once: were it to become another one meanwhile, all targets would lie outside of it. */
function realBase(root: Root): string {
  const known = realBases.get(root);
  if (known !== undefined) return known;
  const real = realTarget(baseOf(root));
  realBases.set(root, real);
  return real;
}

export function isInside(file: string, folder: string): boolean {
  return `${file}${path.sep}`.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}

/** The real path of what exists, with what does not exist yet behind it. */
function realTarget(absolute: string): string {
  const folder = path.dirname(absolute);
  const ofMissing = () => path.join(realTarget(folder), path.basename(absolute));
  try {
    // Of what is not there yet, this says so at a tenth of the cost of an error.
    if (absolute !== folder && !lstatSync(absolute, { throwIfNoEntry: false })) return ofMissing();
    return realpathSync.native(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || absolute === folder) throw error;
    return ofMissing();
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
