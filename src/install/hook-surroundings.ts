import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findUserFiles } from '../client/user-files.js';
import { SETTINGS_PATH } from './entries/entry.js';
import type { HookSurroundings } from './hook-obstacles.js';

/** Reads what decides whether the client runs the hooks in a repository. */
export function readHookSurroundings(
  repository: string,
  env: Readonly<Record<string, string | undefined>>,
): HookSurroundings {
  const user = findUserFiles(env);
  const local = '.claude/settings.local.json';
  return {
    workspace: findWorkspace(realpathSync(repository)),
    clientState: user.state === undefined ? undefined : readText(user.state),
    settings: [
      { file: local, text: readText(path.join(repository, local)) },
      { file: SETTINGS_PATH, text: readText(path.join(repository, SETTINGS_PATH)) },
      {
        file: '~/.claude/settings.json',
        text: user.folder === undefined ? undefined : readText(path.join(user.folder, 'settings.json')),
      },
    ],
  };
}

/** The client asks about the root of the git repository; outside of one about the folder itself. */
function findWorkspace(repository: string): string {
  for (let folder = repository; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return repository;
  }
}

/** What cannot be read says nothing to the client either. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
