/** Data of unknown origin as one line of JSON that cannot close the tag around it, cut to a number of characters. */
export function quoteData(value: unknown, maxCharacters: number): string {
  const text = (JSON.stringify(value) ?? 'null').replaceAll('<', '\\u003c');
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters)}... (cut)` : text;
}

/**
 * As many lines as fit into a number of UTF-8 bytes, and a last one that says how many were left out. Those that do not fit are
 * not put together.
 */
export function boundLines(count: number, lineAt: (index: number) => string, maxBytes: number): string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const line = lineAt(index);
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > maxBytes) return [...kept, `(${count - index} older ones left out)`];
    kept.push(line);
  }
  return kept;
}
