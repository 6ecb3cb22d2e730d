/** Data with one value, anywhere in it, replaced, or taken out where the replacement is undefined. */
export function mutate(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const entries = Object.entries(value);
  if (entries.length === 0) return replacement;
  const index = step % entries.length;
  const changed = entries.flatMap(([key, child], at) => {
    if (at !== index) return [[key, child]];
    const next = mutate(child, rest, replacement);
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(value) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}
