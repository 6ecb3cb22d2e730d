import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fixed place, because it is seen in the recordings. */
const REPOSITORY = path.join(tmpdir(), 'shop');

/** Makes a repository with a FastAPI application, in which npx finds this very package, and a home beside it. */
export function makeFolders(root) {
  rmSync(REPOSITORY, { recursive: true, force: true });
  mkdirSync(path.join(REPOSITORY, 'backend/app'), { recursive: true });
  writeFileSync(path.join(REPOSITORY, 'backend/app/main.py'), 'from fastapi import FastAPI\n\napp = FastAPI()\n');
  execFileSync('git', ['init', '--quiet'], { cwd: REPOSITORY });
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  const packed = mkdtempSync(path.join(tmpdir(), 'packed-'));
  const npm = (args, cwd) => execFileSync('npm', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  const tarball = npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], root).trim();
  writeFileSync(path.join(packed, 'package.json'), '{ "private": true }');
  npm(['install', path.join(packed, tarball), '--offline', '--no-audit', '--no-fund', '--no-package-lock'], packed);
  symlinkSync(path.join(packed, 'node_modules'), path.join(REPOSITORY, 'node_modules'), 'dir');
  const remove = () => {
    for (const folder of [REPOSITORY, home, packed]) rmSync(folder, { recursive: true, force: true });
  };
  return { repository: REPOSITORY, home, remove };
}
