import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** More than the program has commands; a use that is none of them is kept as well. */
const MAX_USES = 32;

/** What stands in the first line of the file. V8 checks its version and its flags, but neither the source nor its own bytes. */
interface Header {
  /** The build of the program, and the size in bytes and the time of its file, which somebody may have patched. */
  source: string;
  /** What the program has been used for: functions are compiled, and kept, when they are first called. */
  uses: string[];
}

interface Kept extends Header {
  data: Buffer;
}

interface Request {
  /** Absolute path of a CommonJS file in ASCII. */
  file: string;
  /** Tells one build of it from another: all files of a package have the same time. */
  build: string;
  /** Where the compiled code is kept. */
  folder: string;
  /** What the program is used for this time. */
  use: string;
}

/**
 * Loads a CommonJS file as `require` does, but without compiling again what an earlier process compiled, the functions that
 * it called included. Node.js 20 has nothing of the kind; `module.enableCompileCache` of 22 saves half of what this does.
 * Where nothing can be kept, nothing is.
 *
 * @returns what the file exports, and what keeps the code at the end of the process
 */
export function loadCompiled<Exports>({ file, build, folder, use }: Request): { exports: Exports; keep(): void } {
  const bytes = readFileSync(file);
  const source = [build, bytes.length, statSync(file).mtimeMs].join(' ');
  const cache = path.join(folder, `${path.basename(file, '.cjs')}-${process.version}-${process.arch}.bin`);
  const kept = readKept(cache, source);
  const script = new Script(Module.wrap(bytes.toString('latin1')), {
    filename: file,
    ...(kept && { cachedData: kept.data }),
  });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
  const isAccepted = kept !== undefined && script.cachedDataRejected === false;
  const uses = isAccepted ? kept.uses : [];
  return {
    exports: module.exports as Exports,
    keep() {
      if ((isAccepted && uses.includes(use)) || uses.length >= MAX_USES) return;
      const data = script.createCachedData();
      writeKept(cache, { source, uses: [...uses, use], data });
    },
  };
}

function readKept(cache: string, source: string): Kept | undefined {
  let opened: number | undefined;
  try {
    opened = openSync(cache, 'r');
    // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
    if (process.getuid && fstatSync(opened).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(opened);
    const end = bytes.indexOf('\n');
    const header: Header = JSON.parse(bytes.toString('utf8', 0, end));
    // It stands there twice: to compare is a hundred times as fast as a checksum, and what is spoilt would crash V8.
    const middle = (end + 1 + bytes.length) / 2;
    const data = bytes.subarray(end + 1, middle);
    const isWhole = Number.isInteger(middle) && data.equals(bytes.subarray(middle));
    return isWhole && header.source === source && Array.isArray(header.uses) ? { ...header, data } : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** By way of another file, so that no process reads half of it. A folder that cannot be written costs speed, nothing else. */
function writeKept(cache: string, { data, ...header }: Kept): void {
  const folder = path.dirname(cache);
  const temporary = `${cache}.${process.pid}.tmp`;
  try {
    // A home that is not there is not made.
    for (const missing of [path.dirname(folder), folder]) {
      if (!existsSync(missing)) mkdirSync(missing, { mode: 0o700 });
    }
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), data, data]), { mode: 0o600 });
    renameSync(temporary, cache);
  } catch {
    tryRemove(temporary);
  }
}

function tryRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
