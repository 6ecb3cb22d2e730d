import { isAscii } from '../is-ascii.js';

/** So much of a prompt is looked at: a pasted log does not decide, and does not cost. */
const LONGEST_PROMPT = 6_000;

const ASCII = { name: /[a-zA-Z0-9]+/g, hump: /([a-z])([A-Z])/g };
/** Made where it is needed: V8 looks up all letters of the world as soon as the expression is there. */
const unicode = () => ({ name: /[\p{L}\p{N}]+/gu, hump: /(\p{Ll})(\p{Lu})/gu });

/**
 * The words of a text in lower case, in order; what stands between them does not matter. A name of code counts as itself and
 * as what it is made of: `createOrder` is `createorder`, `create` and `order`; `user_id` is two words.
 */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, LONGEST_PROMPT).replace(/[’']/g, '');
  const { name: wholeName, hump } = isAscii(plain) ? ASCII : unicode();
  return (plain.match(wholeName) ?? []).flatMap((name) => {
    const parts = name.replace(hump, '$1 $2').toLowerCase().split(' ');
    return parts.length > 1 ? [name.toLowerCase(), ...parts] : parts;
  });
}

/** A word without the ending of the plural or of the third person: `queries` is `query`, `returns` is `return`. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  return /(?:ch|sh|ss|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
