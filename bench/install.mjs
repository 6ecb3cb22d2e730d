import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compare } from './measure.mjs';

/** The whole payload into an empty repository, and once more, when there is nothing left to do. */
export function benchInstall({ bin, rounds }) {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const command = { command: process.execPath, args: [bin, 'install', '--yes'] };
  const first = { name: 'install', limit: 3, ...command };
  // A new repository each time, and none removed before the end: for a minute or more ext4 keeps away from the places of files
  // that were removed, and looks for one the longer.
  let count = 0;
  first.before = () => {
    count += 1;
    first.cwd = makeRepository(path.join(root, `${count}`));
  };
  const again = { name: 'install, again', limit: 2, ...command, cwd: makeRepository(path.join(root, 'again')) };
  execFileSync(again.command, again.args, { cwd: again.cwd });
  const results = compare([first, again], rounds);
  rmSync(root, { recursive: true });
  return results;
}

function makeRepository(folder) {
  mkdirSync(folder);
  execFileSync('git', ['init', '--quiet', folder]);
  return folder;
}
