import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { compare } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

/** The whole payload into an empty repository, and once more, when there is nothing left to do. */
export function benchInstall({ bin, rounds }) {
  const root = makeScratch();
  const command = { command: process.execPath, args: [bin, 'install', '--yes'] };
  const first = { name: 'install', limit: 3, ...command };
  // A new repository each time, and none removed before the end: scratch.mjs says why.
  let count = 0;
  first.before = () => {
    count += 1;
    first.cwd = makeRepository(path.join(root, `${count}`));
  };
  const again = { name: 'install, again', limit: 2, ...command, cwd: makeRepository(path.join(root, 'again')) };
  execFileSync(again.command, again.args, { cwd: again.cwd });
  return compare([first, again], rounds);
}

function makeRepository(folder) {
  mkdirSync(folder);
  execFileSync('git', ['init', '--quiet', folder]);
  return folder;
}
