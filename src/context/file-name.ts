import { isDigit, isLetter } from '../characters.js';

/** A part of a file name that any text may go into: two texts that differ stay two names, and no path comes out of it. */
export function fileNamePart(text: string): string {
  if (isPlain(text)) return text;
  const plain = text.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, LONGEST);
  return `${plain}_${fingerprint(text)}`;
}

const LONGEST = 64;

function isPlain(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  for (const character of text) {
    if (!isLetter(character) && !isDigit(character) && character !== '_' && character !== '-') return false;
  }
  return true;
}

/** FNV-1a, 2 x 32 bits. Nothing depends on its strength, and to load `node:crypto` would double what a hook costs. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
