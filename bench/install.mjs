import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compare } from './measure.mjs';

/** The whole payload into an empty repository, and once more, when there is nothing left to do. */
export function benchInstall({ bin, rounds }) {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const subject = (name, limit, isAgain) => {
    const cwd = path.join(root, name);
    const command = { command: process.execPath, args: [bin, 'install', '--yes'], cwd };
    return { name, limit, ...command, before: () => prepare(cwd, isAgain ? command : undefined) };
  };
  const results = compare([subject('install', 3, false), subject('install, again', 2, true)], rounds);
  rmSync(root, { recursive: true });
  return results;
}

function prepare(cwd, install) {
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd);
  execFileSync('git', ['init', '--quiet', cwd]);
  if (install) execFileSync(install.command, install.args, { cwd });
}
