import { skipBlanks } from '../characters.js';
import { type CodeFence, findCodeFences } from './fences.js';
import type { Location, Locator } from './location.js';
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

/** The lines above the first heading and the first code block. */
export function parsePreamble(body: Slice): TextLine[] {
  const end = findCodeFences(body.text)[0]?.offset ?? body.text.length;
  const found: TextLine[] = [];
  for (let offset = 0; offset < end; ) {
    const next = endOfLine(body.text, offset);
    const raw = lineOf(body.text, offset, next);
    if (readHeading(raw)) break;
    if (raw.trim() !== '') found.push(readText(raw, body.offset + offset));
    offset = next;
  }
  return found;
}

/**
 * Reads headings and code blocks, and the lines of a section when they are asked for; everything below the first heading belongs
 * to a section.
 */
export function parseSections(body: Slice, lines: Locator): Section[] {
  const top: Section[] = [];
  const open: LazySection[] = [];
  let start = 0;
  for (const fence of [...findCodeFences(body.text), undefined]) {
    const end = fence?.offset ?? body.text.length;
    for (const heading of findHeadings(body.text, start, end)) {
      open.at(-1)?.addLines({ start, end: heading.offset });
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      const section = new LazySection(heading, body, lines);
      (open.at(-1)?.subsections ?? top).push(section);
      open.push(section);
      start = heading.end;
    }
    open.at(-1)?.addLines({ start, end });
    if (!fence) break;
    open.at(-1)?.addCode(fence);
    start = fence.end;
  }
  return top;
}

/** In spaces; with more it is code. */
const DEEPEST_INDENT = 3;
const LOWEST_LEVEL = 6;

interface Heading {
  title: string;
  level: number;
  offset: number;
  /** Of its line. */
  end: number;
}

/** Reads its lines and its code when they are asked for: of a definition a hook needs a section or two. */
class LazySection implements Section {
  readonly title: string;
  readonly level: number;
  readonly subsections: Section[] = [];
  readonly #offset: number;
  readonly #body: Slice;
  readonly #map: Locator;
  readonly #stretches: Stretch[] = [];
  readonly #fences: CodeFence[] = [];
  #lines: TextLine[] | undefined;
  #code: CodeBlock[] | undefined;

  constructor({ title, level, offset }: Heading, body: Slice, map: Locator) {
    this.title = title;
    this.level = level;
    this.#offset = body.offset + offset;
    this.#body = body;
    this.#map = map;
  }

  get location(): Location {
    return this.#map.locate(this.#offset);
  }

  get lines(): TextLine[] {
    this.#lines ??= readLines(this.#body, this.#stretches);
    return this.#lines;
  }

  get code(): CodeBlock[] {
    this.#code ??= this.#fences.map((fence) => ({
      ...fence,
      location: this.#map.locate(this.#body.offset + fence.offset),
      textLocation: this.#map.locate(this.#body.offset + fence.textOffset),
    }));
    return this.#code;
  }

  /** Of the text as it stands: to read its lines takes longer. */
  test(matches: (text: string) => boolean): boolean {
    return this.#stretches.some(({ start, end }) => matches(this.#body.text.slice(start, end)));
  }

  addLines(stretch: Stretch): void {
    this.#stretches.push(stretch);
  }

  addCode(fence: CodeFence): void {
    this.#fences.push(fence);
  }
}

/**
 * Whether one of the lines of a section, or of those below it, may be what `matches` looks for, which is in a line where it is in
 * the text around: where none is, the lines need not be read.
 */
export function mayMatch(section: Section, matches: (text: string) => boolean): boolean {
  const isFound =
    section instanceof LazySection ? section.test(matches) : section.lines.some(({ text }) => matches(text));
  return isFound || section.subsections.some((below) => mayMatch(below, matches));
}

/** A section as plain data, with those below it. */
export function readWhole({ title, level, location, lines, code, subsections }: Section): Section {
  return { title, level, location, lines, code, subsections: subsections.map(readWhole) };
}

function findHeadings(text: string, start: number, end: number): Heading[] {
  const found: Heading[] = [];
  for (let mark = text.indexOf('#', start); mark !== -1 && mark < end; ) {
    const offset = Math.max(start, text.lastIndexOf('\n', mark) + 1);
    const next = endOfLine(text, mark);
    const heading = readHeading(lineOf(text, offset, next));
    if (heading) found.push({ offset, end: next, ...heading });
    mark = text.indexOf('#', next);
  }
  return found;
}

/** A heading of CommonMark 0.31 (4.2) that has a title. */
function readHeading(line: string): Pick<Heading, 'title' | 'level'> | undefined {
  let start = 0;
  while (line[start] === ' ') start += 1;
  let end = start;
  while (line[end] === '#') end += 1;
  const level = end - start;
  if (start > DEEPEST_INDENT || level < 1 || level > LOWEST_LEVEL || skipBlanks(line, end) === end) return undefined;
  return { title: withoutClosingMarks(line.slice(end).trim()), level };
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
