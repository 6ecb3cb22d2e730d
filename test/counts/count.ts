import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runProcess } from '../support/cli.js';

const PRELOAD = path.resolve(import.meta.dirname, '../support/count-calls.cjs');

/** What a process asks of the system; calls within calls are not counted. */
export interface Counts {
  /** Files that are opened. */
  opened: number;
  /** Questions about files and folders. */
  asked: number;
  /** Changes of files and folders. */
  written: number;
  /** Processes that are started. */
  processes: number;
  /** Node's own modules that are loaded beyond those of an empty program. */
  modules: number;
}

export interface Counted {
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  input?: string;
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'counts '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program of Node.js, and counts. */
export async function countCalls({ args, cwd, env, input }: Counted): Promise<Counts> {
  const file = path.join(await makeFolder(), 'counts.json');
  const result = await runProcess(process.execPath, ['--require', PRELOAD, ...args], {
    cwd,
    env: { ...process.env, ...env, COUNT_CALLS: file },
    ...(input === undefined ? {} : { input }),
  });
  if (result.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${result.exitCode}: ${result.stderr}`);
  return JSON.parse(await readFile(file, 'utf8'));
}
