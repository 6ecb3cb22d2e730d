import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Root, toAbsolute } from '../transaction/root.js';
import { Targets } from '../transaction/targets.js';
import type { Actual, ActualShared, Disk } from './actual.js';
import { BASES_PATH } from './bases.js';
import { SHARED_FILES, type SharedFile } from './entries/entry.js';
import { FolderListing } from './folder-listing.js';
import { MANIFEST_PATH, type Manifest, parseManifest } from './manifest.js';

/** The manifest of an installation, or undefined where nothing is installed. */
export function readManifest(root: Root): Manifest | undefined {
  const text = readIfThere(toAbsolute(root, MANIFEST_PATH));
  return text === undefined ? undefined : parseManifest(text.toString('utf8'));
}

/**
 * Looks at every path that a plan may touch, and at folders that it may remove.
 *
 * @throws {UsageError} when a path leads by a symbolic link out of the root, and links are not to be followed
 */
export function inspectDisk(root: Root, paths: readonly string[], folders: readonly string[] = []): Disk {
  const targets = new Targets(root);
  const listing = new FolderListing(targets);
  for (const folder of folders) listing.look(folder);
  const files = new Map<string, Actual>();
  for (const relative of new Set([...paths, BASES_PATH, MANIFEST_PATH])) {
    files.set(relative, inspectFile(root, relative, listing));
  }
  const shared = Object.fromEntries(SHARED_FILES.map((file) => [file, inspectShared(targets, file, listing)]));
  return { files, folders: listing.existing(), shared: shared as Record<SharedFile, ActualShared> };
}

function inspectFile(root: Root, relative: string, listing: FolderListing): Actual {
  const found = listing.find(relative);
  if (found.kind !== 'there') return found;
  const absolute = toAbsolute(root, relative);
  const stats = lstatSync(absolute);
  if (stats.isSymbolicLink()) return { kind: 'link' };
  if (!stats.isFile()) return inTheWay(stats.isDirectory() ? 'folder' : 'special file', relative);
  return { kind: 'file', content: readFileSync(absolute), mode: permissionsOf(stats.mode) };
}

function inspectShared(targets: Targets, relative: SharedFile, listing: FolderListing): ActualShared {
  const found = listing.find(relative);
  if (found.kind !== 'there') return found;
  const stats = statSync(targets.resolve(relative), { throwIfNoEntry: false });
  if (!stats) return { kind: 'blocked', by: `the link ${relative}, which leads nowhere,`, help: 'Mend or remove it.' };
  if (!stats.isFile()) return inTheWay(stats.isDirectory() ? 'folder' : 'special file', relative);
  const content = readFileSync(toAbsolute(targets.root, relative));
  if (!isUtf8(content)) return { kind: 'unusable', reason: 'it is not UTF-8 text' };
  return { kind: 'text', text: content.toString('utf8'), mode: permissionsOf(stats.mode) };
}

/** Windows has no run bit to set. */
function permissionsOf(mode: number): number {
  return path.sep === '\\' ? 0o777 : mode & 0o777;
}

function inTheWay(kind: string, relative: string): Extract<Actual, { kind: 'blocked' }> {
  return { kind: 'blocked', by: `the ${kind} ${relative}`, help: `Move the ${kind} away: a file must stand there.` };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
