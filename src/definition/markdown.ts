import { type CodeFence, findCodeFences } from './fences.js';
import type { LineMap, Location } from './location.js';
import type { Slice } from './split.js';
import { endOfLine, lineOf, readLines, readText, type Stretch, type TextLine } from './text-lines.js';

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
/** The lines above the first heading and the first code block. */
export function parsePreamble(body: Slice): TextLine[] {
  const end = findCodeFences(body.text)[0]?.offset ?? body.text.length;
  const found: TextLine[] = [];
  for (let offset = 0; offset < end; ) {
    const next = endOfLine(body.text, offset);
    const raw = lineOf(body.text, offset, next);
    if (HEADING.test(raw)) break;
    if (raw.trim() !== '') found.push(readText(raw, body.offset + offset));
    offset = next;
  }
  return found;
}

/**
 * Reads headings and code blocks, and the lines of a section when they are asked for; everything below the first heading belongs
 * to a section.
 */
export function parseSections(body: Slice, lines: LineMap): Section[] {
  const top: Section[] = [];
  const open: { section: Section; stretches: Stretch[] }[] = [];
  let start = 0;
  for (const fence of [...findCodeFences(body.text), undefined]) {
    const end = fence?.offset ?? body.text.length;
    for (const heading of findHeadings(body.text, start, end)) {
      open.at(-1)?.stretches.push({ start, end: heading.offset });
      while ((open.at(-1)?.section.level ?? 0) >= heading.level) open.pop();
      const stretches: Stretch[] = [];
      const section = makeSection(body, heading, lines.locate(body.offset + heading.offset), stretches);
      (open.at(-1)?.section.subsections ?? top).push(section);
      open.push({ section, stretches });
      start = heading.end;
    }
    open.at(-1)?.stretches.push({ start, end });
    if (!fence) break;
    open.at(-1)?.section.code.push({
      ...fence,
      location: lines.locate(body.offset + fence.offset),
      textLocation: lines.locate(body.offset + fence.textOffset),
    });
    start = fence.end;
  }
  return top;
}

interface Heading {
  title: string;
  level: number;
  offset: number;
  /** Of its line. */
  end: number;
}

function makeSection(
  body: Slice,
  { title, level }: Heading,
  location: Location,
  stretches: readonly Stretch[],
): Section {
  let read: TextLine[] | undefined;
  return {
    title,
    level,
    location,
    // Of a definition a hook needs a section or two.
    get lines() {
      read ??= readLines(body, stretches);
      return read;
    },
    code: [],
    subsections: [],
  };
}

function findHeadings(text: string, start: number, end: number): Heading[] {
  const found: Heading[] = [];
  const marks = /^ {0,3}#/gm;
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark && mark.index < end; mark = marks.exec(text)) {
    const offset = mark.index;
    // For the expression a line begins behind other line ends, too.
    if (offset > start && text[offset - 1] !== '\n') continue;
    const next = endOfLine(text, offset);
    const [, marksOf, title] = HEADING.exec(lineOf(text, offset, next)) ?? [];
    if (marksOf === undefined) continue;
    found.push({ title: withoutClosingMarks((title ?? '').trim()), level: marksOf.length, offset, end: next });
  }
  return found;
}

/** `## Title ##` has the same title as `## Title`. */
function withoutClosingMarks(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  return end === 0 || title[end - 1] === ' ' ? title.slice(0, end).trimEnd() : title;
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
