/**
 * Whether a text has no letter beyond ASCII. An expression with classes of Unicode takes longer to make than all else
 * that a short run does; of ASCII a plain one says the same.
 */
export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
