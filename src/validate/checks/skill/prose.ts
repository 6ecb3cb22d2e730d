import { findCodeFences } from '../../../definition/fences.js';

/** A part of a text, by its offsets. */
export type Piece = readonly [start: number, end: number];

/** A Markdown text with its code blocks and comments blanked out, so that offsets stay the same. */
export function withoutCode(text: string): string {
  const fences = findCodeFences(text).map(({ offset, end }): Piece => [offset, end]);
  const prose = blankOut(text, fences);
  const read = blankOut(prose, findComments(prose));
  return blankOut(read, findIndentedCode(read));
}

export function blankOut(text: string, pieces: readonly Piece[]): string {
  let from = 0;
  const parts = pieces.flatMap(([start, end]) => {
    const part = [text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, ' ')];
    from = end;
    return part;
  });
  return [...parts, text.slice(from)].join('');
}

function findComments(text: string): Piece[] {
  const found: Piece[] = [];
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    const end = text.indexOf('-->', start);
    if (end === -1) break;
    found.push([start, end + 3]);
    start = text.indexOf('<!--', end);
  }
  return found;
}

/** Lines that are indented like code, behind a blank line, where no list goes on. */
function findIndentedCode(text: string): Piece[] {
  const found: Piece[] = [];
  let isBehindBlank = true;
  let isInList = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() === '') isBehindBlank = true;
    else if (/^(?: {4}|\t)/.test(line) && isBehindBlank && !isInList) found.push([start, end]);
    else {
      isBehindBlank = false;
      isInList = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) /.test(line) || (isInList && line.startsWith(' '));
    }
    start = end + 1;
  }
  return found;
}
