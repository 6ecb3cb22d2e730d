/** So much of a prompt is looked at: a pasted log does not decide, and does not cost. */
const LONGEST_PROMPT = 6_000;

/**
 * The words of a text in lower case, in order. Names of code are taken apart (`createUser`, `user_id`), so that they count as
 * what they say; what stands between words does not matter.
 */
export function wordsOf(text: string): string[] {
  const spaced = text
    .slice(0, LONGEST_PROMPT)
    .replace(/[’']/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return spaced.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without the ending of the plural or of the third person: `queries` is `query`, `returns` is `return`. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  return /(?:ch|sh|ss|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
