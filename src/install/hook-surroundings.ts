import path from 'node:path';
import fs from 'fs-extra';
import { findUserFiles } from '../client/user-files.js';
import { SETTINGS_PATH } from './entries/entry.js';
import type { HookSurroundings } from './hook-obstacles.js';

/** Reads what decides whether the client runs the hooks in a repository. */
export async function readHookSurroundings(
  repository: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<HookSurroundings> {
  const user = findUserFiles(env);
  const local = '.claude/settings.local.json';
  return {
    workspace: await findWorkspace(await fs.realpath(repository)),
    clientState: user.state === undefined ? undefined : await readText(user.state),
    settings: [
      { file: local, text: await readText(path.join(repository, local)) },
      { file: SETTINGS_PATH, text: await readText(path.join(repository, SETTINGS_PATH)) },
      {
        file: '~/.claude/settings.json',
        text: user.folder === undefined ? undefined : await readText(path.join(user.folder, 'settings.json')),
      },
    ],
  };
}

/** The client asks about the root of the git repository; outside of one about the folder itself. */
async function findWorkspace(repository: string): Promise<string> {
  for (let folder = repository; ; folder = path.dirname(folder)) {
    if (await fs.pathExists(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return repository;
  }
}

/** What cannot be read says nothing to the client either. */
async function readText(file: string): Promise<string | undefined> {
  return fs.readFile(file, 'utf8').catch(() => undefined);
}
