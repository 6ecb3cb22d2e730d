import cliProgress from 'cli-progress';
import type { Environment } from './streams.js';

/** How long a command may be silent, in milliseconds. */
const QUIET_MS = 500;

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/**
 * A progress bar on a terminal's stderr, shown only once a command takes longer than half a second: until then nobody is asked
 * whether there is a terminal, and nothing is loaded.
 */
export function startProgress({ stderr, env }: Environment, label: string): Progress {
  const started = Date.now();
  let bar: cliProgress.SingleBar | undefined;
  let isWatched: boolean | undefined;
  return {
    update(done, total) {
      if (bar) bar.update(done);
      else if (done < total && isWatched !== false && Date.now() - started > QUIET_MS) {
        isWatched = stderr.isTTY === true && env.TERM !== 'dumb';
        if (!isWatched) return;
        bar = makeBar(stderr.open(), label);
        bar.start(total, done);
      }
    },
    stop() {
      bar?.stop();
    },
  };
}

function makeBar(stream: NodeJS.WritableStream, label: string): cliProgress.SingleBar {
  return new cliProgress.SingleBar({
    format: `${label} [{bar}] {value}/{total}`,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
}
