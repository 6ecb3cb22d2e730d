import { spawnSync } from 'node:child_process';

/** Starts a process and waits for it: its milliseconds from start to end, and what it printed. */
export function time({ command, args, input = '', cwd, env = {}, allowed = [0] }) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, {
    input,
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (!allowed.includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { milliseconds, stdout: stdout.toString() };
}

/** The floor under everything that Node starts. */
export const baseline = { command: process.execPath, args: ['-e', '0'] };

/**
 * Runs subjects in rounds, each beside a run of the baseline, so that a machine that slows down slows both.
 *
 * @returns for each subject the medians of its milliseconds and of its ratios to the baseline
 */
export function compare(subjects, rounds, warmups = 2) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = -warmups; round < rounds; round += 1) {
    for (const subject of subjects) {
      const base = time({ ...baseline, cwd: subject.cwd }).milliseconds;
      const { milliseconds } = time(subject);
      if (round >= 0) samples.get(subject.name).push({ milliseconds, ratio: milliseconds / base });
    }
  }
  return subjects.map(({ name }) => ({
    name,
    milliseconds: median(samples.get(name).map((sample) => sample.milliseconds)),
    ratio: median(samples.get(name).map((sample) => sample.ratio)),
  }));
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
