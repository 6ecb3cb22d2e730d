import { startsOfLines } from '../definition/location.js';

/** The line of the source that a diagnostic is about, and what to underline in it. */
export interface Excerpt {
  text: string;
  /** 1-based place in `text`, and how many UTF-16 code units from there on. */
  column: number;
  length: number;
}

const WIDTH = 160;

/** What stands at a place: a quoted text, or what reaches to the next blank, comma or bracket. */
const TOKEN = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]{}"'`(]+(?:\([^)\n]{0,80}\))?|\S)/;

/** The lines of a text, found once for all of its excerpts. */
export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Cuts out the line, at most 160 characters around the column; undefined where the text has no such line. */
  excerpt({ line, column }: { line: number; column: number }): Excerpt | undefined {
    const whole = this.#lineAt(line);
    if (whole === undefined || whole.trim() === '') return undefined;
    const from = column <= WIDTH / 2 ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 4, whole.length - WIDTH));
    const shown = cutWhole(whole, from, from + WIDTH);
    const at = Math.min(column - 1 - from, shown.length);
    const token = TOKEN.exec(shown.slice(at))?.[0].replace(/[.:;]+$/, '').length ?? 1;
    return { text: shown, column: at + 1, length: Math.max(1, token) };
  }

  #lineAt(line: number): string | undefined {
    this.#starts ??= startsOfLines(this.#text);
    const start = this.#starts[line - 1];
    if (start === undefined) return undefined;
    return this.#text.slice(start, (this.#starts[line] ?? this.#text.length + 1) - 1).replace(/\r$/, '');
  }
}

/** A piece of a text that ends in no half of a surrogate pair; one at its start becomes a blank. */
function cutWhole(text: string, start: number, end: number): string {
  const isLow = (at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));
  const piece = text.slice(start, isLow(end) ? end - 1 : end);
  return start > 0 && isLow(start) ? ` ${piece.slice(1)}` : piece;
}
