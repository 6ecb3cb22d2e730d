import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RunContext } from '../checks/context.js';
import type { Target } from '../target.js';
import { packTargets, type Share, takeFiles } from './share.js';
import type { CleanResult } from './worker.js';

export interface ParallelCheck {
  targets: readonly Target[];
  context: RunContext;
  /** Whether the other threads are to say what their verdicts rest on. */
  isTraced: boolean;
  /** Absolute path of the program of a further thread. */
  worker: string;
  /** A thread is started for each so many files. */
  filesPerThread: number;
  /** Checks a file in this thread. */
  check(at: number): void;
  /** Takes over what another thread has shown. */
  accept(result: CleanResult): void;
}

/** Each takes some 30 MB. */
const MAX_THREADS = 4;

/** Checks files in several threads. What one of them cannot do, or has found something in, is checked here. */
export async function checkInParallel(request: ParallelCheck): Promise<void> {
  const { targets, context, isTraced, worker, filesPerThread, check, accept } = request;
  const { client, userFolder, userState } = context;
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const share: Share = { ...packTargets(targets), client: client.version, userFolder, userState, isTraced, taken };
  const threads = Math.min(
    Math.max(2, availableParallelism()),
    MAX_THREADS,
    Math.ceil(targets.length / filesPerThread),
  );
  const others = Array.from({ length: threads - 1 }, () => runWorker(worker, share));
  const isDone = new Uint8Array(targets.length);
  for (const at of takeFiles(share, targets.length)) {
    check(at);
    isDone[at] = 1;
  }
  for (const result of (await Promise.all(others)).flat()) {
    accept(result);
    isDone[result.at] = 1;
  }
  for (const at of targets.keys()) if (isDone[at] === 0) check(at);
}

/** What a thread has found; nothing where it could not run. */
function runWorker(file: string, share: Share): Promise<CleanResult[]> {
  return new Promise((resolve) => {
    let results: CleanResult[] = [];
    const thread = new Worker(file, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    thread.on('message', (found: CleanResult[]) => {
      results = found;
    });
    thread.on('error', () => resolve([]));
    thread.on('exit', () => resolve(results));
  });
}
