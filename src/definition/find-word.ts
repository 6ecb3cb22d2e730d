/** Offset of a word that is no part of a longer one, looked for from an offset on; -1 when there is none. */
export function findWord(text: string, word: string, from = 0): number {
  const isPart = (character: string | undefined) => character !== undefined && /[\w-]/.test(character);
  let at = text.indexOf(word, from);
  while (at !== -1 && (isPart(text[at - 1]) || isPart(text[at + word.length]))) at = text.indexOf(word, at + 1);
  return at;
}
