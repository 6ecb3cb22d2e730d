import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type CliResult, runProcess } from '../../support/cli.js';
import type { TestPackage } from '../../support/package.js';
import { snapshot } from '../../support/repository.js';

const PRELOAD = path.resolve(import.meta.dirname, '../../support/kill-at.cjs');

/** How many processes run at once. */
const WIDTH = 3;

/** Runs the command line in a repository. */
export function run({ bin }: TestPackage, args: readonly string[], cwd: string, env = {}): Promise<CliResult> {
  return runProcess(process.execPath, [bin, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Runs a command and kills it at one of its changes of the disk; without one they are counted. */
export async function runKilled(
  used: TestPackage,
  args: readonly string[],
  cwd: string,
  at?: string,
): Promise<string[]> {
  const counted = `${cwd}.calls.json`;
  const mode = at ? { KILL_AT: at } : { KILL_COUNT: counted };
  // What Node.js compiled is no part of the installation.
  const env = { NODE_OPTIONS: `--require "${PRELOAD}"`, NODE_DISABLE_COMPILE_CACHE: '1', ...mode };
  const { exitCode } = await run(used, args, cwd, env);
  if (at === undefined) return JSON.parse(await readFile(counted, 'utf8')) as string[];
  expect(exitCode, `killed at call ${at}`).toBeNull();
  return [];
}

/**
 * Kills a command before each of its changes of the disk, which is after the one before it, and after the last one; each time in
 * a copy of the repository. What that leaves is healed twice: the same command has to come to the same end as one that nobody
 * killed, any other one to that or to the beginning, and to say which.
 *
 * @returns the changes, by the name of the function
 */
export async function killEverywhere(
  used: TestPackage,
  args: readonly string[],
  repository: string,
): Promise<string[]> {
  const parent = await mkdtemp(path.join(tmpdir(), 'kill-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }));
  const before = await snapshot(repository);
  const copyTo = async (name: string, from = repository) => {
    await cp(from, path.join(parent, name), { recursive: true, verbatimSymlinks: true });
    return path.join(parent, name);
  };
  const whole = await copyTo('whole');
  const calls = await runKilled(used, args, whole);
  const after = await snapshot(whole);
  const kills = [...calls.map((name, index) => ({ at: `${index + 1} before`, name })), lastOf(calls)];
  const said = new Set<string>();

  const healBySame = async (copy: string, label: string) => {
    const { exitCode, stderr } = await run(used, args, copy);
    // An uninstall may have been over but for its last trace.
    const isOver = stderr.includes('Nothing is installed');
    expect(isOver ? [2] : [0, 1], `${label}: ${stderr}`).toContain(exitCode);
    expect(await snapshot(copy), `${label}; healed: ${stderr}`).toEqual(after);
  };
  // A command that only reads heals, too.
  const healByStatus = async (copy: string, label: string) => {
    const { stderr } = await run(used, ['status'], copy);
    const healed = await snapshot(copy);
    expect([before, after], `${label}; healed: ${stderr}`).toContainEqual(healed);
    if (stderr.includes('interrupted')) said.add(/has been \w+/.exec(stderr)?.[0] ?? stderr);
  };
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (let kill = kills.pop(); kill; kill = kills.pop()) {
        const label = `killed at call ${kill.at} ${kill.name}`;
        const killed = await copyTo(kill.at);
        await runKilled(used, args, killed, kill.at);
        const other = await copyTo(`${kill.at}, again`, killed);
        await healBySame(killed, label);
        await healByStatus(other, label);
        for (const copy of [killed, other]) await rm(copy, { recursive: true, force: true, maxRetries: 5 });
      }
    }),
  );
  expect([...said].sort(), 'both ways of healing were seen').toEqual(['has been finished', 'has been undone']);
  return calls;
}

function lastOf(calls: readonly string[]): { at: string; name: string } {
  return { at: `${calls.length} after`, name: calls.at(-1) ?? '' };
}
