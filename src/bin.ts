import path from 'node:path';
import type * as Api from './api.js';
import { main } from './cli.js';

/** The programming interface, for `index.ts`; loaded when it is asked for. */
export function loadApi(): typeof Api {
  return require('./api.js');
}

if (require.main === module) run();

function run(): void {
  // A reader that closes the pipe early (`| head`) has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  main({
    argv: process.argv.slice(2),
    cwd: currentFolder(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
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
