import path from 'node:path';
import fs from 'fs-extra';
import { SETTINGS_PATH } from './entries/entry.js';
import type { HookSurroundings } from './hook-obstacles.js';

/** Reads what decides whether the client runs the hooks in a repository. */
export async function readHookSurroundings(
  repository: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<HookSurroundings> {
  const home = env.HOME ?? env.USERPROFILE;
  const inHome = async (name: string) => (home ? readText(path.join(home, name)) : undefined);
  const local = '.claude/settings.local.json';
  return {
    workspace: await findWorkspace(await fs.realpath(repository)),
    clientState: await inHome('.claude.json'),
    settings: [
      { file: local, text: await readText(path.join(repository, local)) },
      { file: SETTINGS_PATH, text: await readText(path.join(repository, SETTINGS_PATH)) },
      { file: '~/.claude/settings.json', text: await inHome('.claude/settings.json') },
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
