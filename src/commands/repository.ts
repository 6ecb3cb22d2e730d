import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';

/** @throws {UsageError} when the folder does not exist */
export async function resolveRepository(cwd: string, dir: string): Promise<string> {
  const repository = path.resolve(cwd, dir);
  const stats = statSync(repository, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return repository;
  throw new UsageError(
    stats ? `${repository} is not a folder.` : `${repository} does not exist.`,
    'Name the folder of a repository, or leave it out to use the current one.',
  );
}
