import path from 'node:path';
import { UsageError } from '../errors.js';
import type { FileAccess } from './file-access.js';
import { isInTree, isPlugin, type Layout, type LayoutOptions, layoutAround, readLayout } from './layout.js';
import { listedAgents, ofListedAgents, pluginThatLists } from './plugin-agents.js';
import type { Target } from './target.js';

/**
 * Finds what there is to validate below the given absolute paths, as the client finds it: agent files (`agents`, at any
 * depth, `.md`), skill folders, and the files that register hooks, MCP servers and plugins.
 *
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function discover(paths: readonly string[], options: LayoutOptions): Target[] {
  const { access } = options;
  const targets = new Map<string, Target>();
  for (const start of paths) {
    const found = discoverOne(start, options);
    const isEmptyProject = path.basename(start) === '.claude' || isFolder(path.join(start, '.claude'), options);
    if (found.length === 0 && !isEmptyProject) {
      throw new UsageError(
        `There is nothing to validate in ${start}.`,
        'Name an agent file, a .claude folder, a plugin, or a folder that holds "agents" or "skills".',
      );
    }
    for (const target of found) targets.set(target.file, ofListedAgents(target, access));
  }
  return [...targets.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function discoverOne(start: string, options: LayoutOptions): Target[] {
  const { access } = options;
  const stats = access.stat(start);
  if (!stats) {
    throw new UsageError(`${start} does not exist.`, 'Name an existing file or folder, or leave the path out.');
  }
  if (stats.kind !== 'directory') return fileTarget(start, options);
  const name = path.basename(start);
  if (name === 'agents') return agentFiles(start, readLayout(path.dirname(start), options), access);
  if (/[\\/]agents[\\/]/.test(start)) return agentFiles(start, layoutAround(path.join(start, '-'), options), access);
  if (name === 'skills') return skillFolders(readLayout(path.dirname(start), options), access);
  const skill = path.join(start, 'SKILL.md');
  if (access.stat(skill)?.kind === 'file') return fileTarget(skill, options);
  const found = [...discoverProject(start, options), ...discoverPlugin(start, options)];
  // Beside a `.claude` a folder "agents" is something else.
  const isProject = access.stat(path.join(start, '.claude'))?.kind === 'directory';
  return found.length > 0 || isProject ? found : discoverLayout(readLayout(start, options), access);
}

/** A folder around a `.claude`, or that folder itself. */
function discoverProject(start: string, options: LayoutOptions): Target[] {
  const { access } = options;
  const root = path.basename(start) === '.claude' ? start : path.join(start, '.claude');
  const layout = readLayout(root, options);
  const mcp = existing([{ kind: 'mcp', file: path.join(layout.project, '.mcp.json'), layout }], access);
  if (access.stat(root)?.kind !== 'directory') return mcp;
  const settings = ['settings.json', 'settings.local.json'].map(
    (name): Target => ({ kind: 'settings', file: path.join(root, name), layout }),
  );
  return [...discoverLayout(layout, access), ...existing(settings, access), ...mcp];
}

function discoverPlugin(root: string, options: LayoutOptions): Target[] {
  const { access } = options;
  if (!isPlugin(root, access)) return [];
  const layout = readLayout(root, options);
  const files: Target[] = [
    { kind: 'plugin', file: path.join(root, '.claude-plugin/plugin.json'), layout },
    { kind: 'marketplace', file: path.join(root, '.claude-plugin/marketplace.json'), layout },
    { kind: 'plugin-hooks', file: path.join(root, 'hooks/hooks.json'), layout },
    { kind: 'mcp', file: path.join(root, '.mcp.json'), layout },
  ];
  const listed = listedAgents(root, access)?.filter((file) => isInTree(file, layout, access)) ?? [];
  const agents = listed.map((file): Target => ({ kind: 'agent', file, layout }));
  return [...discoverLayout(layout, access), ...agents, ...existing(files, access)];
}

function discoverLayout(layout: Layout, access: FileAccess): Target[] {
  return [...agentFiles(path.join(layout.root, 'agents'), layout, access), ...skillFolders(layout, access)];
}

function skillFolders(layout: Layout, access: FileAccess): Target[] {
  const skills = path.join(layout.root, 'skills');
  return access.list(skills).flatMap((name): Target[] => {
    if (name.startsWith('.') || name === 'node_modules' || name === '__pycache__') return [];
    const file = path.join(skills, name);
    const kind = access.stat(file)?.kind;
    if (kind === 'directory') return [{ kind: 'skill', file: path.join(file, 'SKILL.md'), layout }];
    return kind === 'file' && name.endsWith('.md') ? [{ kind: 'misplaced-skill', file, layout }] : [];
  });
}

const LIKE_MARKDOWN = /\.(?:md|mdc|mdx|markdown)$/i;

/** The agent files of a folder, at any depth; a folder that is a link is entered only within the tree, and never twice. */
export function agentFiles(folder: string, layout: Layout, access: FileAccess): Target[] {
  const found: Target[] = [];
  const enter = (current: string, above: readonly string[]): void => {
    const real = access.realPath(current);
    if (real === undefined || above.includes(real) || !isInTree(current, layout, access)) return;
    const around = [...above, real];
    for (const name of access.list(current)) {
      const file = current + path.sep + name;
      const kind = access.stat(file)?.kind;
      if (kind === 'directory') enter(file, around);
      else if (kind === 'file' && name.endsWith('.md')) found.push({ kind: 'agent', file, layout });
      else if (kind === 'file' && LIKE_MARKDOWN.test(name)) found.push({ kind: 'misnamed-agent', file, layout });
    }
  };
  enter(path.normalize(folder), []);
  return found;
}

/** A file that is named itself; one that is nothing of the client's is no target. */
function fileTarget(file: string, options: LayoutOptions): Target[] {
  const folder = path.dirname(file);
  const isIn = (name: string) => path.basename(folder) === name;
  const target = (kind: Target['kind'], root: string): Target[] => [{ kind, file, layout: readLayout(root, options) }];
  switch (path.basename(file)) {
    case 'SKILL.md':
      return target('skill', path.resolve(folder, '../..'));
    case 'settings.json':
    case 'settings.local.json':
      return isIn('.claude') ? target('settings', folder) : [];
    case '.mcp.json':
      return target('mcp', folder);
    case 'plugin.json':
      return isIn('.claude-plugin') ? target('plugin', path.dirname(folder)) : [];
    case 'marketplace.json':
      return isIn('.claude-plugin') ? target('marketplace', path.dirname(folder)) : [];
    case 'hooks.json':
      return isIn('hooks') ? target('plugin-hooks', path.dirname(folder)) : [];
  }
  const isAgent = file.endsWith('.md') && !/[\\/]\.claude[\\/](?:commands|skills|rules|hooks)[\\/]/.test(file);
  if (!isAgent) return [];
  const plugin = pluginThatLists(file, options.access);
  return plugin === undefined
    ? [{ kind: 'agent', file, layout: layoutAround(file, options) }]
    : target('agent', plugin);
}

function isFolder(file: string, { access }: LayoutOptions): boolean {
  return access.stat(file)?.kind === 'directory';
}

function existing(targets: readonly Target[], access: FileAccess): Target[] {
  return targets.filter(({ file }) => access.stat(file) !== undefined);
}
