import { statSync } from 'node:fs';
import path from 'node:path';
import { findUserFiles } from '../client/user-files.js';
import { UsageError } from '../errors.js';
import type { Environment } from '../streams.js';
import type { Root } from '../transaction/root.js';

/** Which installation a command is about. */
export interface PlaceOptions {
  /** `user` for the one in the user's own configuration. */
  scope?: string;
  followLinks?: true;
}

/** @throws {UsageError} when the folder does not exist */
export function resolveRepository(cwd: string, dir: string): string {
  const repository = path.resolve(cwd, dir);
  const stats = statSync(repository, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return repository;
  throw new UsageError(
    stats ? `${repository} is not a folder.` : `${repository} does not exist.`,
    'Name the folder of a repository, or leave it out to use the current one.',
  );
}

/**
 * Where an installation is or will be.
 *
 * @throws {UsageError} when the repository, or the user's home, does not exist
 */
export function findRoot(
  { cwd, env }: Pick<Environment, 'cwd' | 'env'>,
  dir: string | undefined,
  options: PlaceOptions,
): Root {
  const followLinks = options.followLinks === true;
  switch (options.scope) {
    case undefined:
    case 'project':
      return { claudeFolder: path.join(resolveRepository(cwd, dir ?? '.'), '.claude'), followLinks };
    case 'user':
      if (dir === undefined) return { claudeFolder: findUserFolder(env), followLinks };
      throw new UsageError(
        `With --scope user there is no other folder than your own, and ${dir} was named.`,
        'Leave the folder out, or leave --scope user out.',
      );
    default:
      throw new UsageError(
        `There is no scope "${options.scope}".`,
        "Allowed for --scope: project (the repository's .claude), user (your own ~/.claude, for every project).",
      );
  }
}

/** @throws {UsageError} when the repository is the home: hooks that look for their project would run in every one */
export function checkScope(env: Environment['env'], { claudeFolder }: Root, { scope }: PlaceOptions): void {
  if (scope === 'user' || claudeFolder !== findUserFiles(env).folder) return;
  throw new UsageError(
    `${claudeFolder} is your own folder, which serves every project.`,
    'Install there with --scope user, or name a repository.',
  );
}

/** `~/.claude`, or where `CLAUDE_CONFIG_DIR` has moved it. */
function findUserFolder(env: Environment['env']): string {
  const { folder } = findUserFiles(env);
  if (!folder) {
    throw new UsageError(
      'There is no home folder: HOME is not set.',
      'Set HOME, or CLAUDE_CONFIG_DIR, to where it is.',
    );
  }
  const parent = path.dirname(path.resolve(folder));
  if (statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return path.resolve(folder);
  throw new UsageError(
    `The folder ${parent} does not exist.`,
    'Set HOME, or CLAUDE_CONFIG_DIR, to a folder that is there.',
  );
}
