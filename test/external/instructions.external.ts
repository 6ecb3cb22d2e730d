import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { runProcess } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

/** Instructions beyond those of `node -e 0`, for one version of Node.js; UPDATE_INSTRUCTIONS=1 takes over new ones. */
const FIGURES = path.join(import.meta.dirname, 'instructions.json');

/** Twice the same run differs by less than a thousandth; paths of another length make up some more. */
const TOLERANCE = { share: 1.03, more: 1_000_000 };

const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;
const figures = JSON.parse(await readFile(FIGURES, 'utf8')) as { node: string; instructions: Record<string, number> };

/** Instructions that a program of Node.js takes: what a clock would show without the noise. */
async function countInstructions(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const valgrind = ['--tool=callgrind', '--callgrind-out-file=/dev/null', process.execPath, '--predictable', ...args];
  const { stderr } = await runProcess('valgrind', valgrind, { cwd, env });
  const count = /refs:\s+([\d,]+)/.exec(stderr)?.[1];
  if (count === undefined) throw new Error(stderr);
  return Number(count.replaceAll(',', ''));
}

test.runIf(hasValgrind && process.version === figures.node && process.arch === 'x64')(
  'no command takes more instructions than it did',
  async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'instructions-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    await mkdir(path.join(home, 'caches'));
    const env = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: path.join(home, 'caches') };
    const bin = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
    const agent = '---\nname: reviewer\ndescription: Reviews code.\ntools: Read, Grep\n---\n\nRead it.\n';
    const agents = await makeRepository({ '.claude/agents/reviewer.md': agent });
    const installed = await makeRepository();
    const commands: [string, string[], string][] = [
      ['--version', [bin, '--version'], agents],
      ['validate', [bin, 'validate'], agents],
      ['install, again', [bin, 'install', '--yes'], installed],
    ];
    const floor = await countInstructions(['-e', '0'], agents, env);
    const found: Record<string, number> = {};
    for (const [name, args, cwd] of commands) {
      // With the flags of the measured run, so that it starts from what this one compiled.
      for (let run = 0; run < 2; run += 1) execFileSync(process.execPath, ['--predictable', ...args], { cwd, env });
      found[name] = (await countInstructions(args, cwd, env)) - floor;
    }
    if (process.env.UPDATE_INSTRUCTIONS) {
      await writeFile(FIGURES, `${JSON.stringify({ node: process.version, instructions: found }, null, 2)}\n`);
      return;
    }
    for (const [name, count] of Object.entries(found)) {
      const known = figures.instructions[name] ?? 0;
      expect(count, `${name}: ${count} instructions, ${known} before`).toBeLessThanOrEqual(
        known * TOLERANCE.share + TOLERANCE.more,
      );
    }
  },
  120_000,
);
