import { spawnSync } from 'node:child_process';

/** What would make every start of Node.js slower, and so every ratio smaller. */
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env;

/** Starts a process and waits for it: its milliseconds from start to end, and what it printed. */
export function time({ command, args, input = '', cwd, env = {}, allowed = [0] }) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    cwd,
    env: { ...environment, ...env },
    maxBuffer: 1 << 30,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || !allowed.includes(status)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`);
  }
  return { milliseconds, stdout: stdout.toString() };
}

/** The floor under everything that Node.js starts. */
export const baseline = { command: process.execPath, args: ['-e', '0'] };

/**
 * Runs subjects in rounds, each beside a run of the baseline, so that a machine that slows down slows both. `before` of a
 * subject is run each time, and is not measured.
 *
 * @returns for each subject the medians of its milliseconds and of its ratios to the baseline, and its peak of memory, which
 *   takes one more run
 */
export function compare(subjects, rounds, warmups = 4, { asksMemory = true } = {}) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = -warmups; round < rounds; round += 1) {
    for (const subject of subjects) {
      subject.before?.(round);
      const base = time({ ...baseline, cwd: subject.cwd }).milliseconds;
      const { milliseconds } = time(subject);
      if (round >= 0) samples.get(subject.name).push({ milliseconds, ratio: milliseconds / base });
    }
  }
  return subjects.map((subject) => ({
    name: subject.name,
    milliseconds: median(samples.get(subject.name).map((sample) => sample.milliseconds)),
    ratio: median(samples.get(subject.name).map((sample) => sample.ratio)),
    ...(subject.limit === undefined ? {} : { limit: subject.limit }),
    ...(asksMemory ? peakOf(subject) : {}),
  }));
}

/** The most memory that a process had, in MiB, where GNU time is there to say it. */
function peakOf(subject) {
  subject.before?.(0);
  const { command, args, cwd, input = '', env = {} } = subject;
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'peak %M', command, ...args], {
    input,
    cwd,
    env: { ...environment, ...env },
    maxBuffer: 1 << 30,
  });
  const peak = status === null ? undefined : /^peak (\d+)$/m.exec(stderr.toString())?.[1];
  return peak === undefined ? {} : { mebibytes: Math.round(Number(peak) / 102.4) / 10 };
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
