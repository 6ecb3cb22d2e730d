import { parentPort, workerData } from 'node:worker_threads';
import { readProfile } from '../../client/read-profile.js';
import { checkTarget } from '../check-target.js';
import { judgeClean } from '../clean.js';
import { diskAccess } from '../file-access.js';
import type { Clean } from '../file-check.js';
import type { Source } from '../finding.js';
import { rememberAnswers } from '../remember-answers.js';
import { contextOf, ownText } from '../validation.js';
import { type Share, takeFiles, unpackTarget } from './share.js';
import { type Trace, Tracer } from './trace.js';

/** A file with nothing to say, by its number in the share. */
export interface CleanResult {
  at: number;
  clean: Clean;
  /** What it rests on, where that was asked for. */
  trace?: Trace;
}

// Of files with something to say nothing is told: the main thread checks them itself, and words what it finds.
parentPort?.postMessage(findCleanFiles(workerData as Share));

function findCleanFiles(share: Share): CleanResult[] {
  const tracer = new Tracer(rememberAnswers(diskAccess));
  const { userFolder, userState } = share;
  const run = { client: readProfile(share.client), userFolder, userState };
  const results: CleanResult[] = [];
  for (const at of takeFiles(share, share.files.length)) {
    const target = unpackTarget(share, at);
    const sources: Source[] = [];
    if (share.isTraced) tracer.begin(target.file);
    const clean = judgeClean(checkTarget(target, contextOf(target, run, tracer.access, sources)), sources);
    const trace = tracer.end();
    if (!clean) continue;
    const named = clean.name === undefined ? clean : { name: ownText(clean.name) };
    results.push(trace ? { at, clean: named, trace } : { at, clean: named });
  }
  return results;
}
