import { isPlainAscii } from '../is-ascii.js';

/**
 * Text from a checked file without the control characters that would start a line of their own or steer a terminal; tabs
 * and line feeds stay where that is asked for.
 */
export function printable(text: string, { tabs = false, lines = false } = {}): string {
  if (isPlainAscii(text)) return text;
  return text.replace(/\p{Cc}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (character) => {
    if ((tabs && character === '\t') || (lines && character === '\n')) return character;
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
