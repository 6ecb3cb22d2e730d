import { isObject } from '../is-object.js';
import type { ValueChange } from './repair.js';

/** Values with some of them changed; the others are shared with what was given. */
export function changeValues(values: unknown, changes: readonly ValueChange[]): unknown {
  return changes.reduce((changed, { path, value }) => changeAt(changed, path, value), values);
}

function changeAt(values: unknown, path: ValueChange['path'], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(values)) return values.map((item, index) => (index === step ? changeAt(item, rest, value) : item));
  return isObject(values) ? { ...values, [step]: changeAt(values[step], rest, value) } : values;
}
