import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskAccess } from '../validate/file-access.js';
import { type Installation, toInstalled } from './installation.js';
import { onInterruption } from './interruption.js';

/** A project to try hooks in, which keeps what they write away from the user's. */
export interface SampleProject {
  folder: string;
  remove(): void;
}

/** Makes one for a repository in the temporary folder, with copies of installed files; those that are missing stay so. */
export function makeSampleProject(
  repository: string,
  installation: Installation,
  files: readonly string[],
): SampleProject {
  const parent = mkdtempSync(path.join(tmpdir(), 'backend-system-architect-'));
  const removeAll = () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  const forget = onInterruption(removeAll);
  // A path with a space tells a command that is not quoted, but only where the real path has one too.
  const folder = path.join(parent, /\s/.test(repository) ? 'sample project' : 'sample-project');
  mkdirSync(path.join(folder, '.claude', 'context'), { recursive: true });
  for (const file of files) copy(toInstalled(installation, file), path.join(folder, file));
  return {
    folder,
    remove() {
      removeAll();
      forget();
    },
  };
}

/** The mode goes along: a lost run bit is one of the things to find. */
function copy(from: string, to: string): void {
  if (diskAccess.stat(from)?.kind !== 'file') return;
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    copyFileSync(from, to);
  } catch (error) {
    // What we may not read, the client's shell may not either.
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  }
}
