/*
 * Questions to single characters. The hooks ask them by the hundred, and to make an expression for each takes longer than to
 * look at the characters of a line.
 */

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Of ASCII. */
export function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/** What `\s` stands for in an expression. */
export function isSpace(character: string): boolean {
  return character !== '' && character.trim() === '';
}

/** The first place from here on that holds neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
