import type { Environment } from './streams.js';

/** How long a command may be silent, in milliseconds. */
const QUIET_MS = 500;

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A progress bar on a terminal's stderr, shown only once a command takes longer than half a second. */
export async function startProgress({ stderr, env }: Environment, label: string): Promise<Progress> {
  if (!stderr.isTTY || env.TERM === 'dumb') return { update() {}, stop() {} };
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    format: `${label} [{bar}] {value}/{total}`,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    stream: stderr.open(),
    clearOnComplete: true,
    hideCursor: true,
  });
  const started = Date.now();
  let shown = false;
  return {
    update(done, total) {
      if (shown) bar.update(done);
      else if (done < total && Date.now() - started > QUIET_MS) {
        bar.start(total, done);
        shown = true;
      }
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
