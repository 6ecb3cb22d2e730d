import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { HOOK_NAMES } from '../../src/hooks/hook-names.js';
import { cli } from '../support/cli.js';
import { hookPayload } from '../support/hook-payload.js';
import { makeRepository } from '../support/repository.js';
import { settled } from '../support/settled.js';
import { type Counted, type Counts, countCalls, makeFolder } from './count.js';

/** Regressions of speed show in these before a clock shows them; `npx vitest run test/counts -u` takes over new figures. */
const FIGURES = 'figures.txt';

const bin = () => path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');

const agentText = (name: string) =>
  `---\nname: ${name}\ndescription: Reviews code.\ntools: Read, Grep\n---\n\nRead it.\n`;

/** So many that files which are known to be clean are not checked again. */
const MANY = 1_000;

/** In so many runs what is kept of a program becomes whole. */
const RUNS = 3;

/** Counts a run that starts from what earlier ones have kept. */
async function countLater(call: Counted): Promise<Counts> {
  for (let run = 1; run <= RUNS; run += 1) await countCalls(call);
  return countCalls(call);
}

/** All but doctor, which starts what the machine has. */
async function countAll(): Promise<[name: string, counts: Counts][]> {
  const home = await makeFolder();
  await mkdir(path.join(home, 'caches'));
  const env = { HOME: home, USERPROFILE: home, XDG_CACHE_HOME: path.join(home, 'caches'), CLAUDE_CONFIG_DIR: '' };
  const agents = await makeRepository({ '.claude/agents/reviewer.md': agentText('reviewer') });
  const many = await makeRepository(
    Object.fromEntries(
      Array.from({ length: MANY }, (_, at) => [`.claude/agents/agent-${at}.md`, agentText(`agent-${at}`)]),
    ),
  );
  const installed = await makeRepository();
  await settled(bin());
  await cli(['install', '--yes'], { cwd: installed, env });
  const hooks = path.join(installed, '.claude/hooks/agent/agent-hooks.cjs');
  // What is written last comes to rest last.
  await settled(path.join(installed, '.claude/backend-system-architect/manifest.json'));
  const commands: [string, string[], string][] = [
    ['--version', ['--version'], agents],
    ['--help', ['--help'], agents],
    ['validate', ['validate'], agents],
    ['validate 1,000, unknown', ['validate', '--no-cache'], many],
    ['validate 1,000, known', ['validate'], many],
    ['install, again', ['install', '--yes'], installed],
    ['status', ['status'], installed],
    ['diff', ['diff'], installed],
    ['route', ['route', 'add an endpoint'], installed],
    ['handoffs', ['handoffs'], installed],
    ['report', ['report'], installed],
    ['explain', ['explain', 'agent-name'], agents],
    ['schema', ['schema'], agents],
  ];
  const counted: [string, Counts][] = [];
  for (const [name, args, cwd] of commands)
    counted.push([name, await countLater({ args: [bin(), ...args], cwd, env })]);
  const fresh = await makeRepository();
  await cp(path.join(agents, '.git'), path.join(fresh, '.git'), { recursive: true });
  counted.push(['install', await countCalls({ args: [bin(), 'install', '--yes'], cwd: fresh, env })]);
  for (const hook of HOOK_NAMES) {
    const hookEnv = { ...env, CLAUDE_PROJECT_DIR: installed };
    const call = { args: [hooks, hook], cwd: installed, env: hookEnv, input: hookPayload(installed) };
    counted.push([hook, await countLater(call)]);
  }
  counted.push(['uninstall', await countCalls({ args: [bin(), 'uninstall', '--yes'], cwd: fresh, env })]);
  return counted;
}

test.runIf(process.version.startsWith('v20.') && process.platform === 'linux')(
  'no command opens, asks, writes, starts or loads more than it did',
  async () => {
    const width = 24;
    const columns = ['opened', 'asked', 'written', 'processes', 'modules'] as const;
    const lines = (await countAll()).map(
      ([name, counts]) => name.padEnd(width) + columns.map((column) => String(counts[column]).padStart(11)).join(''),
    );
    const head = ''.padEnd(width) + columns.map((column) => column.padStart(11)).join('');
    await expect(`${[head, ...lines].join('\n')}\n`).toMatchFileSnapshot(FIGURES);
  },
);
