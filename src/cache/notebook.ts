import type { Note } from './kept-code.js';
import { readStamp } from './stamp.js';

/** What is known of a file, by name: plain data, to which more may be added. */
export type Page = Record<string, unknown>;

/** Gives the page of a file. */
export type OpenPage = (file: string) => Page;

/** Of whom nothing is known. */
export const NO_PAGE: OpenPage = () => ({});

/** Of so many files something is known; the rest have to be read again. */
const MOST_NOTES = 8;

/** What a program has worked out of files, and need not work out again as long as they, and the program, stay the same. */
export class Notebook {
  readonly #kept: readonly Note[];
  readonly #pages = new Map<string, { page: Page; stamp: string | undefined; known: number }>();

  constructor(kept: readonly Note[]) {
    this.#kept = kept;
  }

  /** What was worked out of the file as it is now; an empty page where nothing was. To be asked before the file is read. */
  readonly open: OpenPage = (file) => {
    const opened = this.#pages.get(file);
    if (opened) return opened.page;
    const stamp = tryReadStamp(file);
    const note = this.#kept.find((kept) => kept.file === file && kept.stamp === stamp);
    const page = note ? parsePage(note.text) : {};
    this.#pages.set(file, { page, stamp, known: Object.keys(page).length });
    return page;
  };

  /** All that is worth keeping, the newest first; undefined where that is what was kept before. */
  close(): Note[] | undefined {
    const news: Note[] = [];
    for (const [file, { page, stamp, known }] of this.#pages) {
      if (stamp === undefined || Object.keys(page).length === known) continue;
      news.push({ file, stamp, text: Buffer.from(JSON.stringify(page)) });
    }
    if (news.length === 0) return undefined;
    const others = this.#kept.filter(({ file }) => !news.some((note) => note.file === file));
    return [...news, ...others].slice(0, MOST_NOTES);
  }
}

function tryReadStamp(file: string): string | undefined {
  try {
    return readStamp(file);
  } catch {
    return undefined;
  }
}

/** Not all of what is kept is checked when it is read: what is no page any more is not believed. */
function parsePage(text: Buffer): Page {
  try {
    return JSON.parse(text.toString()) as Page;
  } catch {
    return {};
  }
}
