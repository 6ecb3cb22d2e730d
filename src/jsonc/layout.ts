import { endOf, type JsonNode } from './tree.js';

/** How a text is laid out, so that what is put into it looks like the rest. */
export interface Layout {
  lineBreak: string;
  /** One level of indentation. */
  unit: string;
}

const LINE_BREAK = /\r\n|\r|\n/;

export function layoutOf(text: string, root: JsonNode): Layout {
  const first = root.children?.[0];
  const unit = first && isFirstOnLine(text, first) ? indentationAt(text, first.offset) : '';
  return { lineBreak: LINE_BREAK.exec(text)?.[0] ?? '\n', unit: unit || '  ' };
}

/** The blanks at the start of the line on which an offset lies. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

export function isFirstOnLine(text: string, node: JsonNode): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, node.offset), node.offset));
}

export function hasLineBreak(text: string): boolean {
  return LINE_BREAK.test(text);
}

/** A value over several lines, its first line without indentation. */
export function formatLines(value: unknown, { lineBreak, unit }: Layout, indentation: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `${lineBreak}${indentation}`);
}

/** A value on one line, with the given gap between tokens. */
export function formatOneLine(value: unknown, gap: string): string {
  if (gap === '') return JSON.stringify(value);
  // Line breaks inside of strings are escaped: these are the ones between tokens.
  return JSON.stringify(value, null, 1).replace(/\n */g, ' ');
}

/** What a text on one line puts after its commas and colons. */
export function gapOf(text: string): string {
  return /[:,] /.test(text) ? ' ' : '';
}

/** Whether a container, or the text around it where it is empty, is written on one line. */
export function isOnOneLine(text: string, container: JsonNode, root: JsonNode): boolean {
  const around = container.children?.length ? container : root;
  return (around.children?.length ?? 0) > 0 && !hasLineBreak(text.slice(around.offset, endOf(around)));
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}
