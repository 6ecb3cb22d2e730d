import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { baseline, median, time } from './measure.mjs';

/** The whole payload into an empty repository, and once more, when there is nothing left to do. */
export function benchInstall({ bin, rounds }) {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const samples = { install: [], 'install again': [] };
  const run = (cwd) => time({ command: process.execPath, args: [bin, 'install', '--yes'], cwd }).milliseconds;
  for (let round = -2; round < rounds; round += 1) {
    const cwd = path.join(root, String(round + 2));
    execFileSync('git', ['init', '--quiet', cwd]);
    for (const name of Object.keys(samples)) {
      const base = time({ ...baseline, cwd }).milliseconds;
      const milliseconds = run(cwd);
      if (round >= 0) samples[name].push({ milliseconds, ratio: milliseconds / base });
    }
  }
  rmSync(root, { recursive: true });
  const limits = { install: 3, 'install again': 2 };
  return Object.entries(samples).map(([name, taken]) => ({
    name,
    milliseconds: median(taken.map((sample) => sample.milliseconds)),
    ratio: median(taken.map((sample) => sample.ratio)),
    limit: limits[name],
  }));
}
