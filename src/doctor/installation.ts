import path from 'node:path';
import type { Manifest } from '../install/manifest.js';

/** Where an agent is installed that works in a repository. */
export interface Installation {
  /** The repository's `.claude`, or the user's own, which serves every project. */
  scope: 'project' | 'user';
  /** Absolute path of that folder. */
  claudeFolder: string;
  manifest: Manifest;
}

/** The first of some folders that holds an installation; undefined where none does. */
export function findInstallation(
  claudeFolders: readonly string[],
  readManifest: (claudeFolder: string) => Manifest | undefined,
): Installation | undefined {
  for (const claudeFolder of claudeFolders) {
    const manifest = readManifest(claudeFolder);
    if (manifest) return { scope: manifest.answers.scope, claudeFolder, manifest };
  }
  return undefined;
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
