import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

/** What a repository holds of Python projects; paths are relative to it, with forward slashes, and `''` is itself. */
export interface SourceTree {
  /** Python files, those nearest to the top first. */
  python: Set<string>;
  folders: Set<string>;
  /** Folders that hold a project's own files: `pyproject.toml` and the like. */
  projects: Set<string>;
}

/** Folders and Python files that are looked at. */
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 12;

const NOT_SOURCES = new Set(['node_modules', '__pycache__', 'site-packages', 'dist', 'build']);
const PROJECT_FILE = /^(?:pyproject\.toml|requirements[\w.-]*\.txt|setup\.py|setup\.cfg|Pipfile|uv\.lock)$/;

/** Lists a repository from the top down; links, virtual environments and what cannot be read are left out. */
export function readSourceTree(repository: string, maxEntries: number = MAX_ENTRIES): SourceTree {
  const tree: SourceTree = { python: new Set(), folders: new Set(['']), projects: new Set() };
  let level = [''];
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      const entries = list(path.join(repository, folder));
      if (folder !== '' && entries.some(({ name }) => name === 'pyvenv.cfg')) {
        tree.folders.delete(folder);
        continue;
      }
      for (const entry of entries) {
        if (tree.python.size + tree.folders.size >= maxEntries) return tree;
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && isSourceFolder(entry.name)) {
          tree.folders.add(name);
          below.push(name);
        } else if (entry.isFile() && entry.name.endsWith('.py')) tree.python.add(name);
        if (entry.isFile() && PROJECT_FILE.test(entry.name)) tree.projects.add(folder);
      }
    }
    level = below;
  }
  return tree;
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function isSourceFolder(name: string): boolean {
  return !name.startsWith('.') && !NOT_SOURCES.has(name);
}
