import path from 'node:path';
import type { Manifest } from '../install/manifest.js';
import type { Variables } from './process-group.js';

/** Where an agent is installed that works in a repository. */
export interface Installation {
  /** The repository's `.claude`, or the user's own, which serves every project. */
  scope: 'project' | 'user';
  /** Absolute path of that folder. */
  claudeFolder: string;
  manifest: Manifest;
}

/** Finds the installation of a repository, or without one that of the user; undefined where there is neither. */
export function findInstallation(
  repository: string,
  env: Variables,
  readManifest: (claudeFolder: string) => Manifest | undefined,
): Installation | undefined {
  for (const claudeFolder of [path.join(repository, '.claude'), findUserFolder(env)]) {
    const manifest = claudeFolder === undefined ? undefined : readManifest(claudeFolder);
    if (claudeFolder !== undefined && manifest) return { scope: manifest.answers.scope, claudeFolder, manifest };
  }
  return undefined;
}

/** The folder of the user's own agents and settings; undefined where no home is known. */
export function findUserFolder(env: Variables): string | undefined {
  const home = env.HOME ?? env.USERPROFILE;
  return env.CLAUDE_CONFIG_DIR || (home ? path.join(home, '.claude') : undefined);
}

/** The absolute path of an installed file, which a manifest names as `.claude/...`. */
export function toInstalled({ claudeFolder }: Installation, file: string): string {
  return path.join(claudeFolder, file.replace(/^\.claude\//, ''));
}

/** An installed file as it is shown to the user. */
export function showInstalled({ scope }: Installation, file: string): string {
  switch (scope) {
    case 'project':
      return file;
    case 'user':
      return `~/${file}`;
  }
}
