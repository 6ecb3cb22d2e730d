import path from 'node:path';
import { UsageError } from '../errors.js';
import type { FileAccess } from './file-access.js';

/** The folder that holds `agents`, `skills` and `hooks`: a `.claude` folder, or the root of a package. */
export interface Layout {
  root: string;
  /** What `$CLAUDE_PROJECT_DIR/.claude` stands for is `root`, whatever its name. */
  isClaudeFolder: boolean;
}

export interface Target {
  kind: 'agent' | 'skill-folder';
  /** Absolute path of the agent file, or of the skill's folder. */
  path: string;
  layout: Layout;
}

/**
 * Finds what there is to validate below the given absolute paths: agent files as the client finds them (`agents`,
 * at any depth, `.md`), and skill folders.
 *
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function discover(paths: readonly string[], access: FileAccess): Target[] {
  const targets = new Map<string, Target>();
  for (const start of paths) {
    const found = discoverOne(start, access);
    if (found.length === 0) {
      throw new UsageError(
        `There is nothing to validate in ${start}.`,
        'Name an agent file, a .claude folder, or a folder that holds "agents" or "skills".',
      );
    }
    for (const target of found) targets.set(target.path, target);
  }
  return [...targets.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function discoverOne(start: string, access: FileAccess): Target[] {
  const stats = access.stat(start);
  if (!stats) {
    throw new UsageError(`${start} does not exist.`, 'Name an existing file or folder, or leave the path out.');
  }
  if (stats.kind === 'file') {
    if (path.basename(start) === 'SKILL.md') {
      const folder = path.dirname(start);
      return [{ kind: 'skill-folder', path: folder, layout: layoutAt(path.resolve(folder, '../..')) }];
    }
    return [{ kind: 'agent', path: start, layout: layoutAround(start) }];
  }
  const claudeFolder = path.join(start, '.claude');
  const below = access.stat(claudeFolder)?.kind === 'directory' ? discoverLayout(claudeFolder, access) : [];
  if (path.basename(start) === 'agents') return [...below, ...agentFiles(start, layoutAt(path.dirname(start)), access)];
  return [...below, ...discoverLayout(start, access)];
}

function discoverLayout(root: string, access: FileAccess): Target[] {
  const layout = layoutAt(root);
  const skills = path.join(root, 'skills');
  const folders = access.list(skills).map((name) => path.join(skills, name));
  return [
    ...agentFiles(path.join(root, 'agents'), layout, access),
    ...folders
      .filter((folder) => access.stat(folder)?.kind === 'directory')
      .map((folder): Target => ({ kind: 'skill-folder', path: folder, layout })),
  ];
}

function agentFiles(folder: string, layout: Layout, access: FileAccess): Target[] {
  return access.list(folder).flatMap((name): Target[] => {
    const file = path.join(folder, name);
    const kind = access.stat(file)?.kind;
    if (kind === 'directory') return access.isLink(file) ? [] : agentFiles(file, layout, access);
    return kind === 'file' && name.endsWith('.md') ? [{ kind: 'agent', path: file, layout }] : [];
  });
}

/** A file below `agents` belongs to that folder's parent; any other file is a package of its own. */
function layoutAround(file: string): Layout {
  const parts = path.dirname(file).split(path.sep);
  const agents = parts.lastIndexOf('agents');
  return layoutAt(agents === -1 ? path.dirname(file) : parts.slice(0, agents).join(path.sep) || path.sep);
}

function layoutAt(root: string): Layout {
  return { root, isClaudeFolder: path.basename(root) === '.claude' };
}
