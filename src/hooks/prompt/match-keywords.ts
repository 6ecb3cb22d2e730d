/** The keywords that a text has as whole words, in the singular or plural, with any blank or hyphen between their parts. */
export function matchKeywords(text: string, keywords: readonly string[]): string[] {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return keywords.filter((keyword) => {
    const wanted = keyword
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return wanted !== '' && (words.includes(` ${wanted} `) || words.includes(` ${pluralOf(wanted)} `));
  });
}

function pluralOf(word: string): string {
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
