import { readLabel, splitList } from './inline-list.js';
import type { Locator } from './location.js';
import { indexSections, parseSections, type Section } from './markdown.js';
import type { Located } from './model.js';
import type { Slice } from './split.js';
import type { TextLine } from './text-lines.js';

/** A body with its sections, and what is asked of them. */
export class BodyText {
  readonly slice: Slice;
  readonly lines: Locator;
  readonly sections: Section[];
  readonly #found: (title: string) => Section | undefined;

  constructor(slice: Slice, lines: Locator) {
    this.slice = slice;
    this.lines = lines;
    this.sections = parseSections(slice, lines);
    this.#found = indexSections(this.sections);
  }

  readonly section = (title: string): Section | undefined => this.#found(title);

  readonly items = (title: string): TextLine[] =>
    this.section(title)?.lines.filter(({ kind }) => kind === 'item') ?? [];

  readonly located = ({ text, offset }: TextLine): Located<string> => ({
    value: text.replace(/ {2,}/g, ' '),
    location: this.lines.locate(offset),
  });

  /** The list behind a label among the items of a section. */
  readonly entries = (title: string, label: string): Located<string>[] =>
    this.items(title).flatMap((line) => {
      const found = readLabel(line);
      return found?.label === label ? splitList(found.text, found.offset, this.lines) : [];
    });
}
