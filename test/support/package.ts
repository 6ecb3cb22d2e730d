import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { writeFiles } from './repository.js';

/** A package of ours with another payload: the real command line, and the files that are given. */
export interface TestPackage {
  /** Its command line. */
  bin: string;
}

/** Makes a package of some version; `files` lie below `agents`, `hooks` and `skills`. It goes when the test ends. */
export async function makePackage(version: string, files: Record<string, string>): Promise<TestPackage> {
  const root = await mkdtemp(path.join(tmpdir(), `package-${version}-`));
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));
  const bin = path.join(root, 'dist/bin.cjs');
  await cp(path.join(inject('packed'), 'node_modules/backend-system-architect/dist'), path.dirname(bin), {
    recursive: true,
  });
  for (const folder of ['agents', 'hooks', 'skills']) await mkdir(path.join(root, folder));
  await writeFiles(root, { 'package.json': JSON.stringify({ version }), ...files });
  return { bin };
}
