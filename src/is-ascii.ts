/**
 * Whether a text has no letter beyond ASCII, any of which takes two bytes or more of UTF-8. An expression with classes of
 * Unicode takes longer to make than all else that a short run does; of ASCII a plain one says the same.
 */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

/** Whether a text has nothing but blanks and the letters and signs of ASCII that are seen. */
export function isPlainAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}
