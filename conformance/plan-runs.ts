import { isDeepStrictEqual } from 'node:util';
import type { Case } from './case.js';

/** Cases that share a repository and a session. */
export interface PlannedRun {
  cases: Case[];
}

/** More agents than this make the sessions slow without saving a start. */
const MOST_IN_A_RUN = 60;

/** Puts the cases together that do not disturb each other, in their order. */
export function planRuns(cases: readonly Case[]): PlannedRun[] {
  const runs: PlannedRun[] = [];
  for (const one of cases) {
    const run = isAlone(one)
      ? undefined
      : runs.find(({ cases }) => cases.length < MOST_IN_A_RUN && cases.every((other) => agree(one, other)));
    if (run) run.cases.push(one);
    else runs.push({ cases: [one] });
  }
  return runs;
}

const isAlone = ({ alone, knownByBody, asSession }: Case) => alone || knownByBody || asSession || false;

function agree(one: Case, other: Case): boolean {
  if (isAlone(other) || one.agent === other.agent || one.folder !== other.folder) return false;
  if (!isDeepStrictEqual(one.args, other.args)) return false;
  return Object.entries(one.files).every(
    ([path, file]) => !(path in other.files) || isDeepStrictEqual(file, other.files[path]),
  );
}
