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

/** Finds the location of an offset in a text. */
export interface Locator {
  locate(offset: number): Location;
}

/** Made once per text, each look-up is a binary search. */
export class LineMap implements Locator {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  locate(offset: number): Location {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** Finds locations that are worked out when they are read: a hook reads none of those that a definition has. */
export class LateLocator implements Locator {
  readonly #text: string;
  #lines: LineMap | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  locate(offset: number): Location {
    const find = () => this.#map.locate(offset);
    return {
      get line() {
        return find().line;
      },
      get column() {
        return find().column;
      },
    };
  }

  get #map(): LineMap {
    this.#lines ??= new LineMap(this.#text);
    return this.#lines;
  }
}
