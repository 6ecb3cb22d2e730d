import path from 'node:path';
import type * as Program from './program.js';

/** Put in by the build. */
declare const VERSION: string;

const argv = process.argv.slice(2);

// What asks for no more than this is not to wait until the program is read.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) process.stdout.write(`${VERSION}\n`);
else run();

function run(): void {
  // A reader that closes the pipe early (`| head`) has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // Node.js keeps what it compiled, from 22.1 on; earlier ones have no such function.
  const { enableCompileCache } = require('node:module') as { enableCompileCache?(): unknown };
  enableCompileCache?.();
  const { main } = require('./program.cjs') as typeof Program;
  main({
    argv,
    cwd: currentFolder(),
    env: process.env,
    // To open a stream takes longer than to say that it is not needed.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    get stderr() {
      return process.stderr;
    },
    packageRoot: path.resolve(import.meta.dirname, '..'),
  }).then((exitCode) => {
    process.exitCode = exitCode;
  });
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
