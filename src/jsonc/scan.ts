/** Where the nesting goes over a depth; strings and comments are skipped. */
export function findDepth(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '/') at = endOfComment(text, at);
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > limit) return at;
    } else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  return undefined;
}

function endOfComment(text: string, start: number): number {
  const end = text[start + 1] === '*' ? text.indexOf('*/', start + 2) + 1 : text.indexOf('\n', start);
  if (text[start + 1] !== '*' && text[start + 1] !== '/') return start;
  return end <= 0 ? text.length : end;
}

/** The first comment, or comma before a closing bracket, outside of strings. */
export function findLax(text: string): { reason: string; offset: number } | undefined {
  let comma = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '/') return { reason: 'a comment', offset: at };
    if (character === ',') comma = at;
    else if (comma !== -1 && (character === '}' || character === ']'))
      return { reason: 'a trailing comma', offset: comma };
    else if (!/\s/.test(character)) comma = -1;
    if (character === '"') at = endOfString(text, at);
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
