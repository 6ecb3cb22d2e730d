/** A report has at most 64 levels; what is far beyond that was not written by a hook. */
export const MAX_DEPTH = 256;

/** Whether data of a JSON file is nested so deeply that to walk through it could exhaust the stack. */
export function isTooDeep(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
