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

/** What an item begins with; nearly all lines are prose, and are told from one by this alone. */
const MARK = /^[ \t]*[-*+\d]/;
const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/;

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
  const item = MARK.test(raw) ? ITEM.exec(raw) : null;
  if (item) {
    const text = item[2] ?? '';
    return { kind: 'item', text: text.trimEnd(), indent: item[1]?.length ?? 0, offset: at + raw.length - text.length };
  }
  const text = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  return { kind: text.startsWith('|') ? 'row' : 'prose', text, indent, offset: at + indent };
}
