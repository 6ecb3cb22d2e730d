import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import fs from 'fs-extra';
import { UsageError } from '../errors.js';
import { MANIFEST_PATH, type Manifest, parseManifest } from './manifest.js';
import type { Actual, ActualSettings, Disk } from './operation.js';
import { sha256 } from './payload.js';
import { SETTINGS_PATH } from './session-hooks.js';

/** The manifest of an installation, or undefined where nothing is installed. */
export async function readManifest(repository: string): Promise<Manifest | undefined> {
  const file = path.join(repository, MANIFEST_PATH);
  if (!(await fs.pathExists(file))) return undefined;
  return parseManifest(await fs.readFile(file, 'utf8'));
}

/**
 * Looks at every path that a plan may touch.
 *
 * @throws {UsageError} when a folder on the way is a symbolic link that leaves the repository
 */
export async function inspectDisk(repository: string, paths: readonly string[]): Promise<Disk> {
  const files = new Map<string, Actual>();
  const folders = new Map<string, 'folder' | 'absent' | { by: string }>();
  const root = await fs.realpath(repository);
  for (const relative of [...paths, SETTINGS_PATH]) {
    const parts = relative.split('/');
    let obstacle: string | undefined;
    for (let depth = 1; depth < parts.length && obstacle === undefined; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      const state = folders.get(folder) ?? (await inspectFolder(root, folder));
      folders.set(folder, state);
      if (typeof state === 'object') obstacle = state.by;
    }
    files.set(relative, obstacle ? { kind: 'blocked', by: obstacle } : await inspectFile(root, relative));
  }
  const existing = [...folders].filter(([, state]) => state === 'folder').map(([folder]) => folder);
  return { files, folders: new Set(existing), settings: await inspectSettings(root, files.get(SETTINGS_PATH)) };
}

async function inspectSettings(root: string, actual: Actual | undefined): Promise<ActualSettings> {
  if (!actual || actual.kind === 'absent') return { kind: 'absent' };
  if (actual.kind === 'blocked') return { kind: 'unusable', reason: `${actual.by} is in the way` };
  const content = await fs.readFile(path.join(root, SETTINGS_PATH));
  if (!isUtf8(content)) return { kind: 'unusable', reason: 'it is not UTF-8 text' };
  return { kind: 'text', text: content.toString('utf8') };
}

async function inspectFolder(root: string, relative: string): Promise<'folder' | 'absent' | { by: string }> {
  const absolute = path.join(root, relative);
  const stats = await fs.lstat(absolute).catch(ignoreAbsent);
  if (!stats) return 'absent';
  if (stats.isSymbolicLink()) {
    const target = await fs.realpath(absolute);
    if (!`${target}${path.sep}`.startsWith(`${root}${path.sep}`)) {
      throw new UsageError(
        `${absolute} is a symbolic link to ${target}, outside the repository.`,
        'Install into the repository that it leads to, or replace the link by a folder.',
      );
    }
    return (await fs.stat(target)).isDirectory() ? 'folder' : { by: `the file ${relative}` };
  }
  return stats.isDirectory() ? 'folder' : { by: `the file ${relative}` };
}

async function inspectFile(root: string, relative: string): Promise<Actual> {
  const absolute = path.join(root, relative);
  const stats = await fs.lstat(absolute).catch(ignoreAbsent);
  if (!stats) return { kind: 'absent' };
  if (stats.isSymbolicLink()) return { kind: 'blocked', by: `the symbolic link ${relative}` };
  if (!stats.isFile()) return { kind: 'blocked', by: `the folder ${relative}` };
  // Windows has no run bit to set.
  const executable = path.sep === '\\' || (stats.mode & 0o111) !== 0;
  return { kind: 'file', sha256: sha256(await fs.readFile(absolute)), executable };
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
