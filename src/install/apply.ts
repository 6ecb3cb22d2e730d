import path from 'node:path';
import fs from 'fs-extra';
import { formatManifest, MANIFEST_PATH } from './manifest.js';
import type { Operation, Plan } from './plan.js';

/** Carries out a plan; the only code that writes into a repository. `onProgress` is called after each operation. */
export async function applyPlan(
  repository: string,
  plan: Plan,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const absolute = (relative: string) => path.join(repository, relative);
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
      await writeAtomically(target, operation.file.content, operation.file.executable ? 0o755 : 0o644);
      return;
    case 'remove':
      if (!operation.restore) return fs.remove(target);
      await fs.move(absolute(operation.restore), target, { overwrite: true });
      return removeEmptyParents(absolute(operation.restore), absolute('.claude'));
    case 'unchanged':
    case 'keep':
    case 'conflict':
    case 'forget':
      return;
  }
}

async function writeAtomically(file: string, content: string | Buffer, mode: number): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(temporary, content, { mode, flag: 'wx' });
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.remove(temporary);
    throw error;
  }
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const current = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (current !== text) await writeAtomically(file, text, 0o644);
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
