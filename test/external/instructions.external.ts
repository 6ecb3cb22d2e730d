import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { HOOK_NAMES } from '../../src/hooks/hook-names.js';
import { runProcess } from '../support/cli.js';
import { hookPayload } from '../support/hook-payload.js';
import { makeRepository } from '../support/repository.js';

/** Instructions beyond those of `node -e 0`, for one version of Node.js; UPDATE_INSTRUCTIONS=1 takes over new ones. */
const FIGURES = path.join(import.meta.dirname, 'instructions.json');

/** Twice the same run differs by less than a thousandth; paths of another length make up some more. */
const TOLERANCE = { share: 1.03, more: 1_000_000 };

const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;
const figures = JSON.parse(await readFile(FIGURES, 'utf8')) as { node: string; instructions: Record<string, number> };

interface Command {
  args: readonly string[];
  cwd: string;
  input?: string;
}

/** Instructions that a program of Node.js takes: what a clock would show without the noise. */
async function countInstructions({ args, cwd, input }: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const valgrind = ['--tool=callgrind', '--callgrind-out-file=/dev/null', process.execPath, '--predictable', ...args];
  const { stderr } = await runProcess('valgrind', valgrind, { cwd, env, ...(input === undefined ? {} : { input }) });
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
    const hook = (name: string) => ({
      args: [path.join(installed, '.claude/hooks/agent/agent-hooks.cjs'), name],
      cwd: installed,
      input: hookPayload(installed),
    });
    const commands: [string, Command][] = [
      ['--version', { args: [bin, '--version'], cwd: agents }],
      ['validate', { args: [bin, 'validate'], cwd: agents }],
      ['install, again', { args: [bin, 'install', '--yes'], cwd: installed }],
      ['status', { args: [bin, 'status'], cwd: installed }],
      ...HOOK_NAMES.map((name): [string, Command] => [name, hook(name)]),
    ];
    const floor = await countInstructions({ args: ['-e', '0'], cwd: agents }, env);
    const found: Record<string, number> = {};
    for (const [name, command] of commands) {
      const { args, cwd, input } = command;
      const once = { ...env, CLAUDE_PROJECT_DIR: installed };
      // With the flags of the measured run, so that it starts from what these have kept.
      for (let run = 0; run < 4; run += 1) {
        execFileSync(process.execPath, ['--predictable', ...args], { cwd, env: once, input: input ?? '' });
      }
      found[name] = (await countInstructions(command, once)) - floor;
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
