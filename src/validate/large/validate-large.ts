import type { RunContext } from '../checks/context.js';
import type { Report } from '../diagnostic.js';
import { DiagnosticLog } from '../diagnostic-log.js';
import type { FileAccess } from '../file-access.js';
import type { ValidateOptions } from '../options.js';
import type { Target } from '../target.js';
import { Validation } from '../validation.js';
import { checkInParallel } from './check-in-parallel.js';
import { CleanFiles, type CleanStore } from './clean-files.js';
import { Tracer } from './trace.js';

export interface LargeOptions extends ValidateOptions {
  /** Absolute path of the program of a further thread. */
  worker: string;
  /** Where what is known of clean files is kept, and the build of the rules; without it nothing is. */
  store?: { folder: string; build: string } | undefined;
  /** A thread is started for each so many files. */
  filesPerThread?: number;
}

/** Until the code of a thread runs as fast as this one's, it takes as long as to check half of these. */
const FILES_PER_THREAD = 20_000;

/**
 * As `validate`, and to the same report: in several threads, and without checking again what has had nothing to say, as long
 * as neither it has changed nor anything that it rests on. `access` gives each answer once.
 */
export async function validateLarge(
  options: LargeOptions,
  access: FileAccess,
  targets: readonly Target[],
): Promise<Report> {
  const tracer = new Tracer(access);
  const validation = new Validation(options, tracer.access, targets);
  const { context } = validation;
  const log = new DiagnosticLog(options);
  const clean = options.store && new CleanFiles(describe(options, options.store, context), access);
  let done = 0;
  const advance = () => {
    done += 1;
    options.onProgress?.(done, targets.length);
  };
  const open: number[] = [];
  for (const [at, target] of targets.entries()) {
    const known = clean?.find(target);
    if (known) {
      validation.accept(at, known);
      advance();
    } else open.push(at);
  }
  const targetAt = (at: number) => targets[at] as Target;
  const check = (at: number) => {
    if (clean) tracer.begin(targetAt(at).file);
    const checked = validation.check(at);
    const trace = tracer.end();
    if (!checked.clean) validation.tell(log, checked);
    else if (trace) clean?.add(checked.target, checked.clean, trace);
    advance();
  };
  const opened = (number: number) => open[number] as number;
  await checkInParallel({
    targets: open.map(targetAt),
    context,
    isTraced: clean !== undefined,
    worker: options.worker,
    filesPerThread: options.filesPerThread ?? FILES_PER_THREAD,
    check: (number) => check(opened(number)),
    accept({ at: number, clean: found, trace }) {
      validation.accept(opened(number), found);
      if (trace) clean?.add(targetAt(opened(number)), found, trace);
      advance();
    },
  });
  clean?.write();
  for (const twin of validation.findTwins()) log.takeTwin(twin);
  return validation.finish(log);
}

function describe({ cwd, paths }: LargeOptions, store: { folder: string; build: string }, run: RunContext): CleanStore {
  const { client, userFolder, userState } = run;
  return {
    folder: store.folder,
    key: JSON.stringify([store.build, client.version, userFolder, userState]),
    run: JSON.stringify([cwd, paths]),
  };
}
