/** A Python text with its comments and strings made blank: what is left is code, at the same offsets. Takes linear time. */
export function blankPython(text: string): string {
  const parts: string[] = [];
  const marks = /["'#]/g;
  let at = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const end = mark[0] === '#' ? endOfLine(text, mark.index) : endOfString(text, mark.index, mark[0]);
    parts.push(text.slice(at, mark.index), text.slice(mark.index, end).replace(/[^\r\n]/g, ' '));
    at = end;
    marks.lastIndex = end;
  }
  return parts.join('') + text.slice(at);
}

function endOfLine(text: string, start: number): number {
  const ends = /[\r\n]/g;
  ends.lastIndex = start;
  return ends.exec(text)?.index ?? text.length;
}

/** A backslash keeps a quote from closing in a raw string, too. */
function endOfString(text: string, start: number, quote: string): number {
  const triple = text.startsWith(quote.repeat(3), start);
  const next = triple
    ? new RegExp(`\\\\[^]|${quote.repeat(3)}`, 'g')
    : new RegExp(`\\\\(?:\\r\\n|[^])|[${quote}\\r\\n]`, 'g');
  next.lastIndex = start + (triple ? 3 : 1);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (!found[0].startsWith('\\')) return next.lastIndex;
  }
  return text.length;
}
