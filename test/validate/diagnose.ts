import path from 'node:path';
import { readProfile } from '../../src/client/read-profile.js';
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { validate } from '../../src/validate/validate.js';
import { type MemoryFiles, memoryAccess } from './memory-access.js';

/** What is around the files that are validated. */
export interface Setting {
  /** Links below the repository, and the absolute paths that they lead to. */
  links?: Record<string, string>;
  /** The version of the client; the latest where nothing is said. */
  client?: string;
  /** Whether the user's own folder, in HOME, is looked at. */
  user?: boolean;
  /** What is validated, below the repository; all of it where nothing is said. */
  paths?: string[];
}

export const ROOT = path.resolve('/memory');
export const HOME = path.resolve('/home/me');

/** Validates files in memory; those of the user have absolute paths below HOME. */
export function diagnose(
  files: MemoryFiles,
  { links, client, user, paths: below = ['.'] }: Setting = {},
): Diagnostic[] {
  const access = memoryAccess(ROOT, files, links);
  const users = user ? { userFolder: path.join(HOME, '.claude'), userState: path.join(HOME, '.claude.json') } : {};
  const paths = below.map((name) => path.resolve(ROOT, name));
  return validate({ paths, cwd: ROOT, access, client: readProfile(client), ...users }).diagnostics;
}
