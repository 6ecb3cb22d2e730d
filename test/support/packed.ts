import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder into which the packed tarball was installed, as `npx` would. */
    packed: string;
    tarball: string;
  }
}

/** Packs the package once and installs the tarball into an empty folder; most tests run what a user would get. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'packed-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const packs = JSON.parse(stdout) as { filename: string }[] | Record<string, { filename: string }>;
  const [pack] = Object.values(packs);
  if (!pack) throw new Error(`npm pack printed ${stdout}`);
  const tarball = path.join(folder, pack.filename);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--no-package-lock'];
  await run(npm, ['install', tarball, ...quiet], { cwd: folder });
  // What the processes of the tests keep goes with the rest.
  process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
  project.provide('packed', folder);
  project.provide('tarball', tarball);
  return () => rm(folder, { recursive: true, force: true });
}
