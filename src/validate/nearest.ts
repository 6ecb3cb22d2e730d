import { distance } from 'fastest-levenshtein';

/** No name of anything is longer. */
const MAX_LENGTH = 100;

/** The allowed name that is most like a misspelt one, or nothing when none is close. */
export function nearest(name: string, allowed: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let least = Math.min(3, Math.floor(name.length / 2)) + 0.5;
  for (const candidate of allowed) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
