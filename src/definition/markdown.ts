import { type CodeFence, findCodeFences } from './fences.js';
import type { LineMap, Location } from './location.js';
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

export interface CodeBlock extends CodeFence {
  location: Location;
  /** Where the code itself starts. */
  textLocation: Location;
}

/** What stands below a heading, up to the next heading of the same or a higher level. */
export interface Section {
  title: string;
  level: number;
  location: Location;
  lines: TextLine[];
  code: CodeBlock[];
  subsections: Section[];
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
/** What an item begins with; nearly all lines are prose, and are told from one by this alone. */
const MARK = /^[ \t]*[-*+\d]/;
const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/;

/** The lines above the first heading and the first code block. */
export function parsePreamble(body: Slice): TextLine[] {
  const end = findCodeFences(body.text)[0]?.offset ?? body.text.length;
  const found: TextLine[] = [];
  for (let offset = 0; offset < end; ) {
    const newline = body.text.indexOf('\n', offset);
    const next = newline === -1 ? body.text.length : newline + 1;
    const raw = lineOf(body.text, offset, next);
    if (HEADING.test(raw)) break;
    if (raw.trim() !== '') found.push(readText(raw, body.offset + offset));
    offset = next;
  }
  return found;
}

/** Reads headings, list items, table rows and code blocks; everything below the first heading belongs to a section. */
export function parseSections(body: Slice, lines: LineMap): Section[] {
  const fences = findCodeFences(body.text);
  const top: Section[] = [];
  const open: Section[] = [];
  let offset = 0;
  let continues = false;

  const readLine = (raw: string) => {
    const at = body.offset + offset;
    const heading = raw.includes('#') ? HEADING.exec(raw) : null;
    const section = open.at(-1);
    if (heading) {
      const level = heading[1]?.length ?? 1;
      const title = withoutClosingMarks((heading[2] ?? '').trim());
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const added = { title, level, location: lines.locate(at), lines: [], code: [], subsections: [] };
      (open.at(-1)?.subsections ?? top).push(added);
      open.push(added);
    } else if (section && raw.trim() !== '') {
      const line = readText(raw, at);
      const last = section.lines.at(-1);
      if (continues && last && line.kind === 'prose' && last.kind !== 'row') {
        // As many spaces as the line end and the indentation took, so that offsets in the text stay offsets in the file.
        last.text = last.text.padEnd(line.offset - last.offset) + line.text;
      } else section.lines.push(line);
    }
    continues = !heading && raw.trim() !== '';
  };

  for (const fence of [...fences, undefined]) {
    const end = fence?.offset ?? body.text.length;
    while (offset < end) {
      const newline = body.text.indexOf('\n', offset);
      const next = newline === -1 ? body.text.length : newline + 1;
      readLine(lineOf(body.text, offset, next));
      offset = next;
    }
    if (!fence) break;
    const section = open.at(-1);
    section?.code.push({
      ...fence,
      location: lines.locate(body.offset + fence.offset),
      textLocation: lines.locate(body.offset + fence.textOffset),
    });
    offset = fence.end;
    continues = false;
  }
  return top;
}

/** What stands between two offsets, without the line end. */
function lineOf(text: string, start: number, next: number): string {
  const newline = text[next - 1] === '\n' ? next - 1 : next;
  return text.slice(start, newline < next && text[newline - 1] === '\r' && newline > start ? newline - 1 : newline);
}

/** `## Title ##` has the same title as `## Title`. */
function withoutClosingMarks(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  return end === 0 || title[end - 1] === ' ' ? title.slice(0, end).trimEnd() : title;
}

function readText(raw: string, at: number): TextLine {
  const item = MARK.test(raw) ? ITEM.exec(raw) : null;
  if (item) {
    const text = item[2] ?? '';
    return { kind: 'item', text: text.trimEnd(), indent: item[1]?.length ?? 0, offset: at + raw.length - text.length };
  }
  const text = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  return { kind: text.startsWith('|') ? 'row' : 'prose', text, indent, offset: at + indent };
}

/** Finds sections by title, whatever the case: at the top of the document first, then below one of its first headings. */
export function indexSections(sections: readonly Section[]): (title: string) => Section | undefined {
  const byTitle = new Map<string, Section>();
  for (const section of [...sections, ...sections.flatMap(({ subsections }) => subsections)]) {
    const title = section.title.toLowerCase();
    if (!byTitle.has(title)) byTitle.set(title, section);
  }
  return (title) => byTitle.get(title.toLowerCase());
}

/** The section with this title, as `indexSections` finds it. */
export function findSection(sections: readonly Section[], title: string): Section | undefined {
  return indexSections(sections)(title);
}
