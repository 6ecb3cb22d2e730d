import path from 'node:path';
import type { Reading } from './judge.js';
import { realPath } from './real-path.js';

/** Where a tool runs; both are absolute. */
export interface Place {
  project: string;
  /** What a relative path is relative to. */
  cwd: string;
}

/** A path as a tool was given it: all the ways to read it, the plain one first, or why no file can have it. */
export type ResolvedPath =
  | { kind: 'readings'; readings: [Reading, ...Reading[]] }
  | { kind: 'impossible'; reason: string };

/** The longest path of any platform: Windows, in UTF-16 units. */
const MAX_PATH = 32_767;

/**
 * Reads a tool's path in every way that may decide which file is written: as this platform and as Windows reads it,
 * and each of the two by its names as well as by where its links lead. Reads links from the disk; never throws.
 */
export function resolvePath({ project, cwd }: Place, toolPath: string): ResolvedPath {
  if (toolPath.includes('\0')) return { kind: 'impossible', reason: 'it holds a NUL character' };
  if (toolPath.length > MAX_PATH) return { kind: 'impossible', reason: `it is longer than ${MAX_PATH} characters` };
  const roots = findRoots(project, cwd);
  // The client (2.1.330) trims a path and makes it absolute before a hook sees it; other clients may not.
  const spellings = [toolPath, toolPath.trim()].map((spelling) =>
    path.isAbsolute(spelling) ? spelling : `${cwd}${path.sep}${spelling}`,
  );
  const plain = spellings.map((spelling) => path.resolve(spelling));
  const candidates = new Set([...plain, ...[...spellings, ...plain].map((text) => readAsWindows(roots, text))]);
  const readings = [...candidates].flatMap((file) => {
    const [lexical, real] = [read(roots, file), read(roots, realPath(file))];
    if (lexical.path === real.path) return [lexical];
    // A way into the project from elsewhere, such as /tmp of macOS: only where it leads counts.
    return lexical.kind === 'outside' && real.kind === 'inside' ? [real] : [lexical, real];
  });
  const [first = read(roots, cwd), ...others] = readings;
  return { kind: 'readings', readings: [first, ...others] };
}

/**
 * The folders that stand for the project, by name and by where links lead. For an agent that the client (2.1.330)
 * isolates in a worktree, CLAUDE_PROJECT_DIR stays the main checkout and cwd is in `.claude/worktrees/<name>` below it.
 */
function findRoots(project: string, cwd: string): string[] {
  const roots = [path.resolve(project), realPath(path.resolve(project))];
  const worktrees = roots.flatMap((root) =>
    [cwd, realPath(path.resolve(cwd))].flatMap((folder) => {
      const [claude, worktrees, name] = below(root, folder)?.split('/') ?? [];
      return claude === '.claude' && worktrees === 'worktrees' && name
        ? [path.join(root, claude, worktrees, name)]
        : [];
    }),
  );
  return [...worktrees, ...roots];
}

function read(roots: readonly string[], file: string): Reading {
  for (const root of roots) {
    const inside = below(root, file);
    if (inside !== undefined) return { kind: 'inside', path: inside };
  }
  return { kind: 'outside', path: file };
}

/** The path of `file` relative to `folder`, with forward slashes; undefined when it is not in it. */
function below(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined;
  return path.sep === '\\' ? relative.replaceAll('\\', '/') : relative;
}

/** The absolute path that Windows makes of a spelling; the project's own path is taken as it is. */
function readAsWindows(roots: readonly string[], spelling: string): string {
  const root = roots.find((folder) => spelling.startsWith(folder) && '/\\'.includes(spelling[folder.length] ?? '.'));
  if (root === undefined) return path.resolve(spelling.replaceAll('\\', '/'));
  const names = spelling.slice(root.length).split(/[\\/]/).map(windowsName);
  return path.resolve(root, names.filter(Boolean).join('/'));
}

/** To Windows `name. ` is `name`, and `name:stream` a stream of `name`. */
function windowsName(segment: string): string {
  const colon = segment.indexOf(':');
  const name = colon > 0 ? segment.slice(0, colon) : segment;
  let end = name.length;
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end -= 1;
  return end > 0 ? name.slice(0, end) : name.trimEnd();
}
