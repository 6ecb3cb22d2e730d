import { isSpace, skipBlanks } from '../characters.js';

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

/** A block may begin on the line of a list's mark. */
const LIST_MARK = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}(?=[`~])/;
const SHORTEST_MARKER = 3;

/** All fenced code blocks in order, as CommonMark 0.31 (4.5) closes them; an unclosed one runs to the end. */
export function findCodeFences(markdown: string): CodeFence[] {
  const fences: CodeFence[] = [];
  let open: { marker: string; language: string; offset: number; textOffset: number } | undefined;
  for (const { start, next, line } of linesWithMarkers(markdown)) {
    if (open) {
      const marker = line.trim();
      if (marker.length >= open.marker.length && marker === open.marker.charAt(0).repeat(marker.length)) {
        fences.push(close(markdown, open, start, next, true));
        open = undefined;
      }
    } else {
      const opening = readOpening(line.trimStart());
      if (opening) open = { offset: start, textOffset: next, ...opening };
    }
  }
  if (open) fences.push(close(markdown, open, markdown.length, markdown.length, false));
  return fences;
}

/** Any text may follow tildes, but none with a backtick follows backticks. */
function readOpening(line: string): { marker: string; language: string } | undefined {
  const mark = line[0];
  if (mark !== '`' && mark !== '~') {
    const listMark = LIST_MARK.exec(line)?.[0];
    return listMark === undefined ? undefined : readOpening(line.slice(listMark.length));
  }
  let length = 1;
  while (line[length] === mark) length += 1;
  const info = line.slice(skipBlanks(line, length));
  if (length < SHORTEST_MARKER || (mark === '`' && info.includes('`'))) return undefined;
  return { marker: line.slice(0, length), language: firstWord(info).toLowerCase() };
}

function firstWord(text: string): string {
  let end = 0;
  while (end < text.length && text[end] !== '`' && !isSpace(text.charAt(end))) end += 1;
  return text.slice(0, end);
}

interface MarkedLine {
  line: string;
  start: number;
  /** Where the next line begins. */
  next: number;
}

/** The lines that may open or close a block: of a definition one in ten. */
function linesWithMarkers(markdown: string): MarkedLine[] {
  const lines = linesWith(markdown, '```');
  const others = linesWith(markdown, '~~~');
  if (others.length === 0) return lines;
  const both = [...lines, ...others].sort((a, b) => a.start - b.start);
  // A line with both marks was found twice.
  return both.filter(({ start }, index) => start !== both[index - 1]?.start);
}

function linesWith(markdown: string, mark: string): MarkedLine[] {
  const found: MarkedLine[] = [];
  for (let at = markdown.indexOf(mark); at !== -1; ) {
    const start = markdown.lastIndexOf('\n', at) + 1;
    const newline = markdown.indexOf('\n', at);
    const next = newline === -1 ? markdown.length : newline + 1;
    found.push({ line: markdown.slice(start, newline === -1 ? next : newline), start, next });
    at = markdown.indexOf(mark, next);
  }
  return found;
}

function close(
  markdown: string,
  open: { language: string; offset: number; textOffset: number },
  textEnd: number,
  end: number,
  closed: boolean,
): CodeFence {
  const { language, offset, textOffset } = open;
  return { language, offset, textOffset, end, closed, text: withoutLineEnd(markdown.slice(textOffset, textEnd)) };
}

function withoutLineEnd(text: string): string {
  if (!text.endsWith('\n')) return text;
  return text.slice(0, text.endsWith('\r\n') ? -2 : -1);
}
