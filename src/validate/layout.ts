import path from 'node:path';
import type { FileAccess } from './file-access.js';

/**
 * A folder that holds `agents`, `skills` and `hooks`, and what it is to the client: the `.claude` folder of a project, the
 * one in the user's home, the root of a plugin, or a package that is yet to be installed.
 */
export interface Layout {
  kind: 'project' | 'user' | 'plugin' | 'package';
  /** Absolute path of that folder. */
  root: string;
  /** What `$CLAUDE_PROJECT_DIR` stands for: the folder around `.claude`. A package is checked as if it were a `.claude`. */
  project: string;
  /** Absolute, links resolved: nothing outside of it is read. The repository, or where there is none the project. */
  tree: string;
}

export interface LayoutOptions {
  access: FileAccess;
  /** The folder of the user's own agents and settings (`~/.claude`). */
  userFolder?: string | undefined;
}

/** What the folder `root` is. */
export function readLayout(root: string, { access, userFolder }: LayoutOptions): Layout {
  const isClaudeFolder = path.basename(root) === '.claude';
  const project = isClaudeFolder ? path.dirname(root) : root;
  const kind =
    root === userFolder ? 'user' : isClaudeFolder ? 'project' : isPlugin(root, access) ? 'plugin' : 'package';
  return { kind, root, project, tree: findTree(project, access) };
}

export function isPlugin(folder: string, access: FileAccess): boolean {
  return access.stat(path.join(folder, '.claude-plugin'))?.kind === 'directory';
}

/** The layout that an agent file belongs to: that of the nearest `agents` above it; any other file is its own package. */
export function layoutAround(file: string, options: LayoutOptions): Layout {
  const parts = path.dirname(file).split(path.sep);
  const agents = parts.lastIndexOf('agents');
  const root = agents === -1 ? path.dirname(file) : parts.slice(0, agents).join(path.sep) || path.sep;
  return readLayout(root, options);
}

/** Whether a path, its links resolved, lies in the layout's tree; one that leads nowhere does not leave it. */
export function isInTree(file: string, { tree }: Layout, access: FileAccess): boolean {
  const real = access.realPath(file);
  return real === undefined || isBelow(real, tree);
}

/** Of absolute paths. Nearly all are written so that the letters tell; to work it out takes longer. */
export function isBelow(file: string, folder: string): boolean {
  if (file.startsWith(folder) && file[folder.length] === path.sep && !file.includes('..')) return true;
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function findTree(project: string, access: FileAccess): string {
  for (let folder = project; ; folder = path.dirname(folder)) {
    if (access.stat(path.join(folder, '.git'))) return access.realPath(folder) ?? folder;
    if (path.dirname(folder) === folder) return access.realPath(project) ?? project;
  }
}
