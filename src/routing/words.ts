import { isAscii } from '../is-ascii.js';

/** So much of a prompt is looked at: a pasted log does not decide, and does not cost. */
const LONGEST_PROMPT = 6_000;

/** The words of a prompt, and the stem of each. */
export interface Words {
  words: readonly string[];
  stems: readonly string[];
  /** Where each stem stands, in order. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** Takes a prompt apart. */
export function readWords(prompt: string): Words {
  const words = wordsOf(prompt);
  const stems = words.map(stemOf);
  const places = new Map<string, number[]>();
  for (const [at, stem] of stems.entries()) {
    const known = places.get(stem);
    if (known) known.push(at);
    else places.set(stem, [at]);
  }
  return { words, stems, places };
}

const ASCII = { name: /[a-zA-Z0-9]+/g, hump: /([a-z])([A-Z])/g };
/** Made where it is needed: V8 looks up all letters of the world as soon as the expression is there. */
const unicode = () => ({ name: /[\p{L}\p{N}]+/gu, hump: /(\p{Ll})(\p{Lu})/gu });

/**
 * The words of a text in lower case, in order; what stands between them does not matter. A name of code counts as itself and
 * as what it is made of: `createOrder` is `createorder`, `create` and `order`; `user_id` is two words.
 */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, LONGEST_PROMPT).replaceAll("'", '').replaceAll('’', '');
  const isPlain = isAscii(plain);
  const { name: wholeName, hump } = isPlain ? ASCII : unicode();
  return (plain.match(wholeName) ?? []).flatMap((name) => {
    const lower = name.toLowerCase();
    // Most names have no capital but the first.
    if (isPlain && (name.slice(1) === lower.slice(1) || name === name.toUpperCase())) return [lower];
    const parts = name.replace(hump, '$1 $2').toLowerCase().split(' ');
    return parts.length > 1 ? [lower, ...parts] : parts;
  });
}

const SIBILANTS = ['ches', 'shes', 'sses', 'xes', 'zes'];

/** A word without the ending of the plural or of the third person: `queries` is `query`, `returns` is `return`. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  return SIBILANTS.some((ending) => word.endsWith(ending)) ? word.slice(0, -2) : word.slice(0, -1);
}
