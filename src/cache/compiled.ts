import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { type Kept, readKept, writeKept } from './kept-code.js';

/** A CommonJS module before it is compiled. */
export interface Source {
  /** In ASCII: so it takes a byte a letter. */
  text: string;
  /** Absolute path of the file that it stands in. */
  file: string;
  /** Tells one text from another. */
  id: string;
}

interface Request {
  /** Gives a module that is loaded as `./name`. */
  read(name: string): Source;
  /** The one that is loaded first. */
  entry: string;
  /** Where the compiled code is kept; without it nothing is. */
  folder: string | undefined;
  /** What the program is used for: the modules that are loaded, and the functions that are called, depend on it. */
  use: string;
}

/** A module that is running, or has run. */
interface Loaded {
  module: { exports: unknown };
  script: Script;
  id: string;
  isNew: boolean;
}

/**
 * Loads CommonJS modules as `require` does, but without compiling again what an earlier process compiled, the functions that
 * it called included. Node.js 20 has nothing of the kind; `module.enableCompileCache` of 22 saves half of what this does.
 * Where nothing can be kept, nothing is.
 *
 * @returns what the first module exports, and what keeps the code at the end of the process
 */
export function loadCompiled<Exports>({ read, entry, folder, use }: Request): { exports: Exports; keep(): void } {
  const cache = folder && path.join(folder, `${use}-${process.version}-${process.arch}.bin`);
  const kept: ReadonlyMap<string, Kept> = cache ? readKept(cache) : new Map();
  const loaded = new Map<string, Loaded>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known) return known.module.exports;
    const source = read(name);
    const made = compile(source, kept.get(name));
    loaded.set(name, made);
    const { file } = source;
    const requireAny = createRequire(file);
    const require = (id: string): unknown => (isOwn(id) ? load(path.join(path.dirname(name), id)) : requireAny(id));
    const { module, script } = made;
    script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
    return module.exports;
  };
  const keep = () => {
    if (!cache || ![...loaded.values()].some(({ isNew }) => isNew)) return;
    const parts = [...loaded].map(([name, { script, id }]) => [name, { id, code: script.createCachedData() }] as const);
    writeKept(cache, new Map(parts));
  };
  return { exports: load(entry) as Exports, keep };
}

/** The modules that lie in a folder. `build` tells one build of them from another: in a package they all have the same time. */
export function readFrom(root: string, build: string): (name: string) => Source {
  return (name) => {
    const file = path.join(root, name);
    const text = readFileSync(file, 'latin1');
    // Somebody may have patched the file.
    return { text, file, id: [build, text.length, statSync(file).mtimeMs].join(' ') };
  };
}

function compile({ text, file, id }: Source, kept: Kept | undefined): Loaded {
  const cachedData = kept?.id === id ? kept.code : undefined;
  const script = new Script(Module.wrap(text), { filename: file, ...(cachedData && { cachedData }) });
  return { module: { exports: {} }, script, id, isNew: !cachedData || script.cachedDataRejected === true };
}

function isOwn(id: string): boolean {
  return id.startsWith('./') && id.endsWith('.cjs');
}
