import { writeAgents } from './agents.mjs';
import { baseline, compare } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

/** What a command costs before it does anything. */
export function benchStart({ bin, rounds }) {
  const root = makeScratch();
  const cwd = writeAgents(root, 1);
  const subject = (name, args, limit) => ({ name, command: process.execPath, args: [bin, ...args], cwd, limit });
  const results = compare(
    [
      { name: 'node -e 0', ...baseline, cwd },
      subject('--version', ['--version'], 1.15),
      subject('--help', ['--help']),
      subject('validate, 1 agent', ['validate'], 1.5),
    ],
    rounds,
  );
  const floor = results[0].mebibytes;
  return results.map((result) =>
    result.limit === undefined || floor === undefined ? result : { ...result, most: Math.floor(floor * 13) / 10 },
  );
}
