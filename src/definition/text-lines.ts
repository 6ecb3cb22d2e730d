import { isDigit, skipBlanks } from '../characters.js';
import type { Slice } from './split.js';

/** A line of prose, a list item or a table row; a wrapped line is joined to the line that it continues. */
export interface TextLine {
  kind: 'prose' | 'item' | 'row';
  text: string;
  /** Depth of indentation in columns; 0 at the margin. */
  indent: number;
  /** Offset of `text` in the file. */
  offset: number;
}

/** Whole lines of a text, with no heading and no code among them. */
export interface Stretch {
  start: number;
  end: number;
}

/** Reads lines, and joins those that continue another one. */
export function readLines(body: Slice, stretches: readonly Stretch[]): TextLine[] {
  const found: TextLine[] = [];
  for (const { start, end } of stretches) {
    let continues = false;
    for (let offset = start, next = start; offset < end; offset = next) {
      next = endOfLine(body.text, offset);
      const raw = lineOf(body.text, offset, next);
      const isBlank = raw.trim() === '';
      if (!isBlank) addLine(found, readText(raw, body.offset + offset), continues);
      continues = !isBlank;
    }
  }
  return found;
}

function addLine(found: TextLine[], line: TextLine, continues: boolean): void {
  const last = found.at(-1);
  if (continues && last && line.kind === 'prose' && last.kind !== 'row') {
    // As many spaces as the line end and the indentation took, so that offsets in the text stay offsets in the file.
    last.text = last.text.padEnd(line.offset - last.offset) + line.text;
  } else found.push(line);
}

/** Where the next line begins. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** What stands between two offsets, without the line end. */
export function lineOf(text: string, start: number, next: number): string {
  const newline = text[next - 1] === '\n' ? next - 1 : next;
  return text.slice(start, newline < next && text[newline - 1] === '\r' && newline > start ? newline - 1 : newline);
}

export function readText(raw: string, at: number): TextLine {
  const margin = skipBlanks(raw, 0);
  const item = findItemText(raw, margin);
  if (item !== undefined) return { kind: 'item', text: raw.slice(item).trimEnd(), indent: margin, offset: at + item };
  const text = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  return { kind: text.startsWith('|') ? 'row' : 'prose', text, indent, offset: at + indent };
}

/**
 * Where the text of a list item begins, behind its mark (CommonMark 0.31, 5.2) and the blanks after that; undefined of a line
 * that is none. Written without an expression: to make one takes a hook as long as to read a whole section.
 */
function findItemText(line: string, margin: number): number | undefined {
  const mark = findMarkEnd(line, margin);
  const text = mark === undefined ? undefined : skipBlanks(line, mark);
  return text === mark ? undefined : text;
}

const MOST_DIGITS = 9;

function findMarkEnd(line: string, start: number): number | undefined {
  const first = line[start];
  if (first === '-' || first === '*' || first === '+') return start + 1;
  let end = start;
  while (isDigit(line.charAt(end))) end += 1;
  const isNumber = end > start && end <= start + MOST_DIGITS && (line[end] === '.' || line[end] === ')');
  return isNumber ? end + 1 : undefined;
}
