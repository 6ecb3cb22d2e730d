import { isDeepStrictEqual } from 'node:util';
import type { Case } from './case.js';
import type { CaseResult } from './results.js';

/** A line for each case whose result is not the committed one. */
export function compare(
  committed: Record<string, CaseResult>,
  measured: Record<string, CaseResult>,
  cases: readonly Case[],
): string[] {
  return cases.flatMap(({ id }) => {
    if (isDeepStrictEqual(committed[id], measured[id])) return [];
    return [`${id}: the table has ${say(committed[id])}, the client gives ${say(measured[id])}`];
  });
}

const say = (result: CaseResult | undefined) => (result ? JSON.stringify(result) : 'nothing');
