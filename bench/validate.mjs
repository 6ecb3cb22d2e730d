import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeAgents } from './agents.mjs';
import { compare } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

const SIZES = [1, 100, 10_000, 50_000];

/**
 * `validate` over trees of agents of 4 kB with every rule on; one in a hundred is defective. Cold is a run that knows
 * nothing of the tree, warm the one after it.
 */
export function benchValidate({ bin, rounds }) {
  const root = makeScratch();
  return SIZES.flatMap((files) => {
    const cwd = writeAgents(path.join(root, String(files)), files);
    const caches = path.join(root, `caches ${files}`);
    const subject = (name, before) => ({
      name: `validate, ${files.toLocaleString('en')} agents, ${name}`,
      command: process.execPath,
      args: [bin, 'validate', '--format', 'json'],
      cwd,
      env: { XDG_CACHE_HOME: caches },
      allowed: [0, 1],
      before,
    });
    const forget = () =>
      rmSync(path.join(caches, 'backend-system-architect/clean-files'), { recursive: true, force: true });
    const isLarge = files >= 10_000;
    const measured = compare([subject('cold', forget), subject('warm')], isLarge ? Math.min(rounds, 5) : rounds, 1);
    return measured.map((result, warm) => ({
      ...result,
      rate: Math.round((files / result.milliseconds) * 1000),
      ...(files === 10_000 ? { least: warm ? 20_000 : 8_000, most: 200 } : {}),
    }));
  });
}
