import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type * as Vm from 'node:vm';
import { childPath } from '../child-path.js';
import { type Kept, type Module, NOTHING, type Note, readKept } from './kept-code.js';
import { readStamp } from './stamp.js';

interface Request {
  /** Where the modules lie, in ASCII: so a text takes a byte a letter. What they require of each other is named from here. */
  root: string;
  /** The one that is loaded first. */
  entry: string;
  /** Where the compiled code is kept; without it nothing is. */
  folder: string | undefined;
  /** What the program is used for: the modules that are loaded, and the functions that are called, depend on it. */
  use: string;
}

/** Writes what is to be kept: `write-kept.ts`, which the program has, as the start is not to wait until it is compiled. */
type Write = (file: string, kept: Kept) => void;

interface Compiled<Exports> {
  /** Of the first module. */
  exports: Exports;
  /** What was worked out in earlier processes; none by other code than this. */
  notes: readonly Note[];
  /** Keeps the code at the end of the process, and the notes, if there are new ones. */
  keep(write: Write, notes?: readonly Note[]): void;
}

/** A module that is running, or has run. */
interface Loaded {
  module: { exports: unknown };
  text: Buffer;
  script: Vm.Script;
  file: string;
  /** As it was when the text was read. */
  stamp: string | undefined;
  /** What was kept of it is not, or no more, what there is to keep. */
  isNew: boolean;
}

/** The first run of a hook finds nothing, and the next one what that has written: what only later ones call is kept, too. */
const MOST_RUNS = 3;

/**
 * Loads CommonJS modules as `require` does, but without compiling again what an earlier process compiled, the functions that
 * it called included. Node.js 20 has nothing of the kind; `module.enableCompileCache` of 22 saves half of what this does.
 * Where nothing can be kept, nothing is.
 */
export function loadCompiled<Exports>(request: Request): Compiled<Exports> {
  const { root, entry, folder, use } = request;
  const cache = folder && childPath(folder, `${use}-${process.version}-${process.arch}.bin`);
  const kept = cache ? readKept(cache) : NOTHING;
  const loaded = new Map<string, Loaded>();
  // Only here: `--version` loads this file, and needs none of it.
  const vm = process.getBuiltinModule('node:vm');
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known) return known.module.exports;
    const file = childPath(root, name);
    const made = compile(vm, file, kept.modules.get(name));
    loaded.set(name, made);
    const require = (id: string): unknown => (isOwn(id) ? load(id.slice(OWN.length)) : process.getBuiltinModule(id));
    const { module, script } = made;
    script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
    return module.exports;
  };
  const exports = load(entry) as Exports;
  // What other code has kept is none of this one's.
  const before = loaded.get(entry)?.isNew ? NOTHING : kept;
  const keep = (write: Write, notes?: readonly Note[]) => {
    const isWhole = before.runs >= MOST_RUNS && ![...loaded.values()].some(({ isNew }) => isNew);
    if (!cache || (isWhole && !notes)) return;
    const parts = [...loaded].map(
      ([name, { script, text, file, stamp = '' }]) =>
        [name, { text, code: script.createCachedData(), file, stamp }] as const,
    );
    const modules = new Map([...before.modules, ...parts]);
    write(cache, { runs: before.runs + 1, modules, notes: notes ?? before.notes });
  };
  return { exports, notes: before.notes, keep };
}

function compile({ Script }: typeof Vm, file: string, kept: Module | undefined): Loaded {
  const stamp = readStamp(file);
  const isKnown = kept !== undefined && stamp === kept.stamp;
  const text = isKnown ? kept.text : readWrapped(file);
  const cachedData = isKnown || kept?.text.equals(text) ? kept?.code : undefined;
  const script = new Script(text.toString('latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  // Of two files of one text, as hooks are in each repository, the first that was kept stays the one that need not be read.
  const isStale = !isKnown && stamp !== undefined && kept?.file === file;
  const isNew = !cachedData || script.cachedDataRejected === true || isStale;
  return { module: { exports: {} }, text, script, file, stamp, isNew };
}

/** What makes the text of a module an expression: the function that Node.js makes of one. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) {', '\n})'] as const;

/** In one piece: a text that is put together is copied before it is compiled. */
function readWrapped(file: string): Buffer {
  const [before, after] = WRAPPER;
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const bytes = Buffer.allocUnsafe(before.length + size + after.length);
    let at = bytes.write(before, 'latin1');
    const end = at + size;
    for (let read = -1; at < end && read !== 0; at += read) read = readSync(opened, bytes, at, end - at, null);
    at += bytes.write(after, at, 'latin1');
    return bytes.subarray(0, at);
  } finally {
    closeSync(opened);
  }
}

const OWN = './';

function isOwn(id: string): boolean {
  return id.startsWith(OWN) && id.endsWith('.cjs');
}
