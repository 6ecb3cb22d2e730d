import { isObject } from '../is-object.js';
import type { Variables } from './process-group.js';

/** A value with its variables replaced, and the names of those that are not set. */
export interface Expanded<Value> {
  value: Value;
  unset: string[];
}

/**
 * Replaces `${VAR}` and `${VAR:-default}` in every text of a value. As in the client (2.1.330) a variable that is set to
 * nothing counts as set, `$VAR` is left alone, and what is not set and has no default stays as it is written.
 */
export function expandVariables<Value>(value: Value, env: Variables): Expanded<Value> {
  const unset = new Set<string>();
  const expandText = (text: string) =>
    text.replace(/\$\{([^}]+)\}/g, (written, content: string) => {
      const [name = '', fallback] = content.split(':-', 2);
      const found = env[name] ?? fallback;
      if (found === undefined) unset.add(name);
      return found ?? written;
    });
  const expand = (part: unknown): unknown => {
    if (typeof part === 'string') return expandText(part);
    if (Array.isArray(part)) return part.map(expand);
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, expand(inner)]));
  };
  return { value: expand(value) as Value, unset: [...unset] };
}
