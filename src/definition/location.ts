/** A place in a text file: line and column count from 1, the column in UTF-16 code units. */
export interface Location {
  line: number;
  column: number;
}

/** Where a value lies in a document: keys of mappings and indexes of lists. */
export type ValuePath = readonly (string | number)[];

/** Where the parts of a document of keys and values (YAML or JSON) stand in their file. */
export interface Positions {
  /** Where the value at a path starts; a missing one is located at its nearest parent that exists, at last the start. */
  locate(path: ValuePath): Location;
  /** Where a word stands within the text at a path, such as one name of a list with commas, at or behind an index. */
  locateWord(path: ValuePath, word: string, from?: number): Location;
  /** Where the key at a path starts, located like a value when there is no such key. */
  locateKey(path: ValuePath): Location;
}

/**
 * A place that is looked for when somebody reads it. A class, as getters of an object of its own each would make V8 describe
 * each anew, and keep all that they refer to.
 */
export class LateLocation implements Location {
  readonly #find: () => Location;
  #found: Location | undefined;

  constructor(find: () => Location) {
    this.#find = find;
  }

  get line(): number {
    return this.#place.line;
  }

  get column(): number {
    return this.#place.column;
  }

  toJSON(): Location {
    return { line: this.line, column: this.column };
  }

  get #place(): Location {
    this.#found ??= this.#find();
    return this.#found;
  }
}

/** Finds the location of an offset in a text. */
export interface Locator {
  locate(offset: number): Location;
}

/** Lines are found once per text, when the first place is asked for; each look-up is a binary search. */
export class LineMap implements Locator {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  locate(offset: number): Location {
    this.#starts ??= startsOfLines(this.#text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

/** Offsets; of an empty text, too, the first line starts at 0. */
export function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds locations that are worked out when they are read: a hook reads none of those that a definition has. */
export class LateLocator implements Locator {
  readonly #lines: LineMap;

  constructor(text: string) {
    this.#lines = new LineMap(text);
  }

  locate(offset: number): Location {
    return new LateLocation(() => this.#lines.locate(offset));
  }
}
