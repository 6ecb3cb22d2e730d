/** A fenced code block of a markdown text; `text` lies between the fences, without the last line end. */
export interface CodeFence {
  /** First word after the opening fence, in lower case; empty when there is none. */
  language: string;
  text: string;
  /** Offset of the opening fence's line, and of the first line of the code. */
  offset: number;
  textOffset: number;
  /** Offset just behind the block. */
  end: number;
  closed: boolean;
}

const OPENING = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,8})?(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)/;

/** All fenced code blocks in order, as CommonMark 0.31 (4.5) closes them; an unclosed one runs to the end. */
export function findCodeFences(markdown: string): CodeFence[] {
  const fences: CodeFence[] = [];
  if (!markdown.includes('```') && !markdown.includes('~~~')) return fences;
  let open: { marker: string; language: string; offset: number; textOffset: number } | undefined;
  for (let start = 0; start < markdown.length; ) {
    const newline = markdown.indexOf('\n', start);
    const next = newline === -1 ? markdown.length : newline + 1;
    const line = markdown.slice(start, newline === -1 ? next : newline);
    if (open) {
      const marker = line.trim();
      if (marker.length >= open.marker.length && marker === open.marker.charAt(0).repeat(marker.length)) {
        fences.push(close(markdown, open, start, next, true));
        open = undefined;
      }
    } else if (line.includes('```') || line.includes('~~~')) {
      const match = OPENING.exec(line.trimStart());
      if (match?.[1])
        open = { marker: match[1], language: (match[2] ?? '').toLowerCase(), offset: start, textOffset: next };
    }
    start = next;
  }
  if (open) fences.push(close(markdown, open, markdown.length, markdown.length, false));
  return fences;
}

function close(
  markdown: string,
  open: { language: string; offset: number; textOffset: number },
  textEnd: number,
  end: number,
  closed: boolean,
): CodeFence {
  const { language, offset, textOffset } = open;
  return { language, offset, textOffset, end, closed, text: markdown.slice(textOffset, textEnd).replace(/\r?\n$/, '') };
}
