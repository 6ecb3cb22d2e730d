import path from 'node:path';
import { main } from './cli.js';

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  packageRoot: path.resolve(import.meta.dirname, '..'),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
