// Installs the validators that the bench compares with, into a folder of their own: `node bench/install-peers.mjs <folder>`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('error: There is no folder to install into.\n  Name one outside of the project.');
  process.exit(2);
}
const root = path.resolve(folder);
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });
mkdirSync(root, { recursive: true });
writeFileSync(path.join(root, 'package.json'), '{ "private": true }\n');
run('npm', ['install', '--no-audit', '--no-fund', 'skills', 'claude-code-lint', '@carlrannaberg/cclint']);
run('cargo', ['install', '--locked', '--root', root, 'agnix-cli']);
