import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { childPath } from '../child-path.js';
import { UsageError } from '../errors.js';
import { baseOf, type Root, toAbsolute } from './root.js';

/** Where a path leads, and what is there; nothing where nothing is. */
export interface Target {
  file: string;
  stats: Stats | undefined;
}

/**
 * The files that paths stand for, through the links on their way. Every folder is asked once, so that one of these is for one
 * pass over the changes and no longer: a folder may become a link meanwhile.
 */
export class Targets {
  readonly root: Root;
  /** Folders by the path that leads to them. */
  readonly #folders = new Map<string, string>();
  /** Those that were not there, and in which nothing is. */
  readonly #absent = new Set<string>();
  readonly #base: string;

  constructor(root: Root) {
    this.root = root;
    const base = baseOf(root);
    this.#base = realPath(base);
    this.#folders.set(base, this.#base);
    // What is before the last separator of a file that lies at the top of a disk.
    if (base.endsWith(path.sep)) this.#folders.set(base.slice(0, -1), this.#base);
  }

  /** @throws {UsageError} when the file lies outside of the root, and links are not to be followed there */
  resolve(relative: string): string {
    return this.look(relative).file;
  }

  /** The same with what is there, which has been asked for anyway. */
  look(relative: string): Target {
    const absolute = toAbsolute(this.root, relative);
    const target = this.#follow(absolute);
    const { followLinks, claudeFolder } = this.root;
    if (followLinks || isInside(target.file, this.#base)) return target;
    // A configuration that was moved may itself be a link: it is where the user said that it is.
    if (isInside(target.file, this.#folder(claudeFolder)) && !isLink(statsOf(claudeFolder))) return target;
    throw new UsageError(
      `${absolute} leads by a symbolic link to ${target.file}, outside of ${baseOf(this.root)}.`,
      'Replace the link by a folder or file of its own, or run again with --follow-links to write where it leads.',
    );
  }

  #follow(absolute: string): Target {
    const slash = absolute.lastIndexOf(path.sep);
    const folder = absolute.slice(0, slash);
    const file = childPath(this.#folder(folder), absolute.slice(slash + 1));
    const stats = this.#absent.has(folder) ? undefined : statsOf(absolute);
    const real = isLink(stats) ? tryRealPath(absolute) : undefined;
    return real === undefined ? { file, stats } : { file: real, stats: statsOf(real) };
  }

  #folder(absolute: string): string {
    const known = this.#folders.get(absolute);
    if (known !== undefined) return known;
    const { file, stats } = this.#follow(absolute);
    this.#folders.set(absolute, file);
    if (!stats) this.#absent.add(absolute);
    return file;
  }
}

function isInside(file: string, folder: string): boolean {
  return `${file}${path.sep}`.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}

/** The real path of what exists, with what does not exist yet behind it. */
function realPath(absolute: string): string {
  const folder = path.dirname(absolute);
  const real = tryRealPath(absolute);
  if (real !== undefined) return real;
  return absolute === folder ? absolute : path.join(realPath(folder), path.basename(absolute));
}

/** Undefined for what is not there: what a link leads to, too. */
function tryRealPath(absolute: string): string | undefined {
  try {
    return realpathSync.native(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    return undefined;
  }
}

function statsOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}

function isLink(stats: Stats | undefined): boolean {
  return stats?.isSymbolicLink() === true;
}
