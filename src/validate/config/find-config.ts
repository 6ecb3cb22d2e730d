import path from 'node:path';
import type { FileAccess } from '../file-access.js';

export const CONFIG_NAME = 'backend-system-architect.config.json';

/** The nearest configuration at or above a folder, as far as the root of its repository. */
export function findConfig(cwd: string, access: FileAccess): string | undefined {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, CONFIG_NAME);
    if (access.stat(file)?.kind === 'file') return file;
    if (access.stat(path.join(folder, '.git')) || path.dirname(folder) === folder) return undefined;
  }
}
