import path from 'node:path';
import { main } from './cli.js';

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
