import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a status of a large repository may take, in milliseconds. */
const GIT_TIMEOUT_MS = 3_000;

/**
 * Files of the project that were changed, made or removed since a time, relative to it and with forward slashes: those
 * that git sees as changed, and those of commits made since. Undefined where git cannot tell.
 */
export function listChangedFiles(project: string, since: Date): string[] | undefined {
  const root = findGitRoot(project);
  if (root === undefined) return undefined;
  const status = git(project, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames']);
  if (status === undefined) return undefined;
  const dirty = status
    .split('\0')
    .filter((line) => line.length > 3)
    .map((line) => line.slice(3))
    .filter((file) => changedSince(path.join(root, file), since));
  const committed = hasCommitsSince(root, since) ? listCommitted(project, since) : [];
  const files = [...dirty, ...committed];
  const inProject = files.map((file) => path.relative(project, path.join(root, file)).split(path.sep).join('/'));
  return [...new Set(inProject)].sort();
}

/** By the inode's change time, which no tool sets back; a removed file changes the folder that it was in. */
function changedSince(file: string, since: Date): boolean {
  for (let at = file; ; at = path.dirname(at)) {
    const stats = statSync(at, { throwIfNoEntry: false });
    if (stats) return stats.ctimeMs >= since.getTime();
    if (at === path.dirname(at)) return false;
  }
}

function findGitRoot(project: string): string | undefined {
  for (let at = project; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** Whether HEAD has moved; asking git costs more. In a worktree, whose log lies elsewhere, the answer is a maybe. */
function hasCommitsSince(root: string, since: Date): boolean {
  const log = statSync(path.join(root, '.git', 'logs', 'HEAD'), { throwIfNoEntry: false });
  return log ? log.ctimeMs >= since.getTime() : statSync(path.join(root, '.git')).isFile();
}

function listCommitted(project: string, since: Date): string[] {
  // Commits know full seconds only; one in the second of the start was there before.
  const nextSecond = new Date(Math.ceil((since.getTime() + 1) / 1_000) * 1_000).toISOString();
  const output = git(project, ['log', `--since=${nextSecond}`, '--format=', '--name-only', '-z']) ?? '';
  return output
    .split('\0')
    .map((file) => file.trim())
    .filter(Boolean);
}

function git(project: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', project, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: GIT_TIMEOUT_MS,
    windowsHide: true,
  });
  return status === 0 ? stdout : undefined;
}
