import { fstatSync } from 'node:fs';
import path from 'node:path';
import { findCacheFolder } from './cache/cache-folder.js';
import { loadCompiled } from './cache/compiled.js';
import type * as Program from './program.js';
import type { Output } from './streams.js';
import { writeAll } from './write-all.js';

/** Put in by the build. */
declare const VERSION: string;
declare const BUILD: string;
/** The least version of Node.js, as `20.19`. */
declare const NODE: string;

const argv = process.argv.slice(2);

// What asks for no more than this is not to wait until the program is read.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) print(1, `${VERSION}\n`);
else if (isTooOld()) {
  print(
    2,
    `error: backend-system-architect needs Node.js ${NODE} or later, and this is ${process.version}.\n  Install a later one.\n`,
  );
  process.exitCode = 2;
} else run();

function run(): void {
  const cacheFolder = findCacheFolder(process.env, process.platform);
  const { exports, keep } = load(cacheFolder);
  const { main, writeKept } = exports;
  main({
    argv,
    cwd: currentFolder(),
    env: process.env,
    // To open a stream takes longer than to say that it is not needed.
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(1),
    stderr: Object.assign(outputTo(2), { open: () => process.stderr }),
    cache: cacheFolder === undefined ? undefined : { folder: cacheFolder, build: BUILD },
    packageRoot: path.resolve(import.meta.dirname, '..'),
    version: VERSION,
  }).then((exitCode) => {
    // What failed may have been no command.
    if (exitCode !== 2) keep(writeKept);
    // All is written: to leave now spares the engine taking itself apart.
    process.exit(exitCode);
  });
}

function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = NODE.split('.').map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

function outputTo(descriptor: 1 | 2): Output {
  return {
    write: (content) => print(descriptor, content),
    // Not before somebody wants to know: many commands have nothing to paint.
    get isTTY() {
      return isTerminal(descriptor);
    },
  };
}

/** A reader that closes the pipe early (`| head`) has seen enough. */
function print(descriptor: 1 | 2, content: string | Uint8Array): void {
  try {
    writeAll(descriptor, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** A terminal is a character device: only of one Node.js is asked, which loads its network code for the answer. */
function isTerminal(descriptor: number): boolean {
  if (!fstatSync(descriptor).isCharacterDevice()) return false;
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** The program, and what keeps its compiled code for the next start. `NODE_DISABLE_COMPILE_CACHE` is Node.js' own variable. */
function load(cacheFolder: string | undefined): ReturnType<typeof loadCompiled<typeof Program>> {
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder;
  return loadCompiled<typeof Program>({
    root: import.meta.dirname,
    entry: 'program.cjs',
    folder,
    use: findUse(),
  });
}

/** The command, as far as that can be told without knowing the commands. */
function findUse(): string {
  return argv.find((argument) => /^[a-z]{1,20}$/.test(argument)) ?? 'help';
}

/** The folder may have been removed beneath us; what is in it then does not exist. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('error: The current folder does not exist any more.\n  Change into one that does.\n');
    process.exit(2);
  }
}
