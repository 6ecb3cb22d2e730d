import path from 'node:path';
import fs from 'fs-extra';
import { UsageError } from '../errors.js';
import { replaceFile } from '../replace-file.js';
import { formatManifest, MANIFEST_PATH } from './manifest.js';
import type { Operation } from './operation.js';
import type { Plan } from './plan.js';

/**
 * Carries out a plan, unless it is a stopped one; the only code that writes into a repository. `onProgress` is called
 * after each operation.
 *
 * @throws {UsageError} when a file that is merged into has changed since the plan was made; then nothing is written
 */
export async function applyPlan(
  repository: string,
  plan: Plan,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const absolute = (relative: string) => path.join(repository, relative);
  if (plan.stopped) return;
  for (const operation of plan.operations) await checkUnchanged(operation, absolute);
  for (const folder of plan.makeFolders) await fs.ensureDir(absolute(folder));
  for (const [index, operation] of plan.operations.entries()) {
    await applyOperation(operation, absolute);
    onProgress?.(index + 1, plan.operations.length);
  }
  if (plan.manifest) await writeIfChanged(absolute(MANIFEST_PATH), formatManifest(plan.manifest));
  else await fs.remove(absolute(MANIFEST_PATH));
  for (const folder of plan.removeFolders) await removeIfEmpty(absolute(folder));
}

async function applyOperation(operation: Operation, absolute: (relative: string) => string): Promise<void> {
  const target = absolute(operation.path);
  switch (operation.kind) {
    case 'create':
    case 'update':
      if (operation.backup) await fs.copy(target, absolute(operation.backup), { overwrite: false });
      await replaceFile(target, operation.file.content, operation.file.executable ? 0o755 : 0o644);
      return;
    case 'remove':
      if (!operation.restore) return fs.remove(target);
      await fs.move(absolute(operation.restore), target, { overwrite: true });
      return removeEmptyParents(absolute(operation.restore), absolute('.claude'));
    case 'merge':
      return replaceFile(target, operation.text, (await fs.stat(target)).mode & 0o777, { exactMode: true });
    case 'unchanged':
    case 'keep':
    case 'conflict':
    case 'forget':
      return;
  }
}

/** A plan may be old by the time that somebody has said yes to it, and what it merges into is the user's. */
async function checkUnchanged(operation: Operation, absolute: (relative: string) => string): Promise<void> {
  if (operation.kind !== 'merge') return;
  const target = absolute(operation.path);
  if ((await fs.readFile(target, 'utf8').catch(() => undefined)) === operation.before) return;
  throw new UsageError(`${target} was changed in the meantime; nothing was written.`, 'Run the command again.');
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const current = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (current !== text) await replaceFile(file, text, 0o644);
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await fs.rmdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}

async function removeEmptyParents(file: string, stop: string): Promise<void> {
  for (let folder = path.dirname(file); folder.startsWith(stop) && folder !== stop; folder = path.dirname(folder)) {
    await removeIfEmpty(folder);
  }
}
