import { UsageError } from '../errors.js';
import { nearest } from '../validate/nearest.js';

/** A list to choose from by name, and the words that stand for several of its names. */
export interface Choice {
  /** What the names are, in the plural: `skills`. */
  what: string;
  option: string;
  known: readonly string[];
  /** Words that may stand in the list, and the names that each stands for. */
  groups?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads `all`, `none`, or names with commas between them.
 * @returns the names, sorted, each once; `all` when they are all there are
 * @throws {UsageError} for a name that is not in the list
 */
export function readChoice(text: string, choice: Choice): 'all' | string[] {
  const { known, groups = {} } = choice;
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === 'all') return 'all';
  if (parts.length === 1 && parts[0] === 'none') return [];
  const chosen = new Set<string>();
  for (const part of parts.filter(Boolean)) {
    const group = Object.hasOwn(groups, part) ? groups[part] : undefined;
    if (!group && !known.includes(part)) throw unknown(part, choice);
    for (const name of group ?? [part]) chosen.add(name);
  }
  if (parts.every((part) => part === ''))
    throw new UsageError(`No ${choice.what} are named (${choice.option}).`, allowed(choice));
  return known.length > 0 && known.every((name) => chosen.has(name)) ? 'all' : [...chosen].sort();
}

function unknown(name: string, choice: Choice): UsageError {
  const { what, option, known, groups = {} } = choice;
  if (name === 'all' || name === 'none') {
    return new UsageError(`"${name}" stands alone, without other names (${option}).`, allowed(choice));
  }
  const better = nearest(name, [...known, ...Object.keys(groups), 'all', 'none']);
  const hint = better ? `; did you mean "${better}"?` : '.';
  return new UsageError(`There is no "${name}" among the ${what} (${option})${hint}`, allowed(choice));
}

function allowed({ known, groups = {} }: Choice): string {
  return `Allowed: all, none, or with commas between them: ${[...Object.keys(groups), ...known].join(', ')}.`;
}
