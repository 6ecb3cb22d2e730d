import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { type Kept, readKept, writeKept } from './kept-code.js';

interface Request {
  /** Absolute path of a folder with CommonJS files, all of them in ASCII. */
  root: string;
  /** The one of them that is loaded first. */
  entry: string;
  /** Tells one build of the files from another: in a package they all have the same time. */
  build: string;
  /** Where the compiled code is kept. */
  folder: string;
  /** What the program is used for: the files that are loaded, and the functions that are called, depend on it. */
  use: string;
}

/** A file that is running, or has run. */
interface Loaded {
  module: { exports: unknown };
  script: Script;
  source: string;
  isNew: boolean;
}

/**
 * Loads CommonJS files as `require` does, but without compiling again what an earlier process compiled, the functions that it
 * called included. Node.js 20 has nothing of the kind; `module.enableCompileCache` of 22 saves half of what this does.
 * Where nothing can be kept, nothing is.
 *
 * @returns what the first file exports, and what keeps the code at the end of the process
 */
export function loadCompiled<Exports>({ root, entry, build, folder, use }: Request): {
  exports: Exports;
  keep(): void;
} {
  const cache = path.join(folder, `${use}-${process.version}-${process.arch}.bin`);
  const kept = readKept(cache);
  const loaded = new Map<string, Loaded>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known) return known.module.exports;
    const file = path.join(root, name);
    const made = compile(file, build, kept.get(name));
    loaded.set(name, made);
    const requireAny = createRequire(file);
    const require = (id: string): unknown => (isOwn(id) ? load(path.join(path.dirname(name), id)) : requireAny(id));
    const { module, script } = made;
    script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
    return module.exports;
  };
  const keep = () => {
    if (![...loaded.values()].some(({ isNew }) => isNew)) return;
    writeKept(
      cache,
      new Map([...loaded].map(([name, { script, source }]) => [name, { source, code: script.createCachedData() }])),
    );
  };
  return { exports: load(entry) as Exports, keep };
}

function compile(file: string, build: string, kept: Kept | undefined): Loaded {
  const text = readFileSync(file, 'latin1');
  // Somebody may have patched the file.
  const source = [build, text.length, statSync(file).mtimeMs].join(' ');
  const cachedData = kept?.source === source ? kept.code : undefined;
  const script = new Script(Module.wrap(text), { filename: file, ...(cachedData && { cachedData }) });
  return { module: { exports: {} }, script, source, isNew: !cachedData || script.cachedDataRejected === true };
}

function isOwn(id: string): boolean {
  return id.startsWith('./') && id.endsWith('.cjs');
}
