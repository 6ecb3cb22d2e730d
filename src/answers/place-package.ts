import type { BackendFolder } from './answers.js';
import type { SourceTree } from './source-tree.js';

/** Where the application of a Python file is, and whether it is imported as a package. */
export interface PlacedPackage extends BackendFolder {
  isPackage: boolean;
}

/** Finds the package that a file belongs to, and the folder around it that a project's files and its tests are in. */
export function placePackage(file: string, imports: ReadonlySet<string>, tree: SourceTree): PlacedPackage {
  const folder = parentOf(file);
  const found = findPackage(folder, imports, tree);
  if (found !== undefined) {
    const home = findHome(found, tree);
    return { root: home || '.', app: home === '' ? found : found.slice(home.length + 1), isPackage: true };
  }
  // The folder "src" is the project's source, not the project: its tests lie beside it.
  if (nameOf(folder) === 'src' && !tree.projects.has(folder)) {
    return { root: parentOf(folder) || '.', app: 'src', isPackage: false };
  }
  return { root: folder || '.', app: '', isPackage: false };
}

/** The top package above a file; undefined where its modules are imported from inside of their folder. */
function findPackage(folder: string, imports: ReadonlySet<string>, tree: SourceTree): string | undefined {
  const above = ancestors(folder);
  const marked = climb(
    above.find((candidate) => isMarked(candidate, tree)),
    tree,
  );
  const imported = above.findLast((candidate) => isImported(candidate, imports, tree));
  const packages = [marked, imported].filter((candidate) => candidate !== undefined);
  if (packages.length > 0) return packages.sort((a, b) => a.length - b.length)[0];
  // Project templates leave `__init__.py` out of it.
  const isNamed = nameOf(folder) === 'app' && !tree.projects.has(folder);
  return isNamed && !importsSiblings(folder, imports, tree) ? folder : undefined;
}

function climb(marked: string | undefined, tree: SourceTree): string | undefined {
  let top = marked;
  while (top !== undefined && isMarked(parentOf(top), tree)) top = parentOf(top);
  return top;
}

/** The repository itself is no package: nothing above it could import it. */
function isMarked(folder: string, { python }: SourceTree): boolean {
  return folder !== '' && python.has(`${folder}/__init__.py`);
}

/** Whether `from <folder>.<module> import …` is meant for this very folder. */
function isImported(folder: string, imports: ReadonlySet<string>, tree: SourceTree): boolean {
  return [...imports].some((name) => {
    const [first, second] = name.split('.');
    return first === nameOf(folder) && second !== undefined && hasModule(`${folder}/${second}`, tree);
  });
}

function importsSiblings(folder: string, imports: ReadonlySet<string>, tree: SourceTree): boolean {
  return [...imports].some((name) => hasModule(`${folder}/${name.split('.')[0]}`, tree));
}

function hasModule(module: string, { python, folders }: SourceTree): boolean {
  return python.has(`${module}.py`) || folders.has(module);
}

/** The nearest folder above a package that is a project, or the one that the package lies in. */
function findHome(folder: string, tree: SourceTree): string {
  const parent = parentOf(folder);
  const near = nameOf(parent) === 'src' ? [parent, parentOf(parent)] : [parent];
  const home = near.find((candidate) => tree.projects.has(candidate) || tree.folders.has(join(candidate, 'tests')));
  if (home !== undefined) return home;
  const project = [...ancestors(parent), ''].find((candidate) => tree.projects.has(candidate));
  return project ?? near.at(-1) ?? '';
}

/** The folder and those above it, nearest first, without the repository itself. */
function ancestors(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function parentOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
