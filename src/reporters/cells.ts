import { eastAsianWidth } from 'get-east-asian-width';
import { isPlainAscii } from '../is-ascii.js';
import { printable } from './printable.js';

/** How many cells of a terminal a text takes when it is printed; a tab counts as one. */
export function cellsOf(text: string): number {
  if (isPlainAscii(text)) return text.length;
  let cells = 0;
  for (const character of printable(text, { tabs: true })) {
    if (!/\p{M}|\p{Cf}/u.test(character)) cells += eastAsianWidth(character.codePointAt(0) ?? 32);
  }
  return cells;
}

/** Blanks as wide as a text is shown; a tab stays one, so that what follows stands below its place at any tab width. */
export function blanksFor(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(cellsOf(part)))
    .join('\t');
}
