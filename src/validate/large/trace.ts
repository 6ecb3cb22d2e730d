import { hash } from 'node:crypto';
import type { FileAccess, FileStats } from '../file-access.js';

/** What a check asked about other files, and the answer, both as text. */
export type Question = readonly [asked: string, answer: string];

/** All that the outcome of a check depends on, besides the rules: as long as it is the same, the outcome is. */
export interface Trace {
  /** SHA-256 of the file. */
  hash: string;
  questions: readonly Question[];
}

type Ask = keyof FileAccess & ('read' | 'stat' | 'list' | 'realPath' | 'isLink');

/** Answers questions about files as text; each once, so that all checks of a run see the same. */
export class Answers {
  readonly #access: FileAccess;
  readonly #known = new Map<string, string>();

  constructor(access: FileAccess) {
    this.#access = access;
  }

  answer(asked: string): string {
    const known = this.#known.get(asked);
    if (known !== undefined) return known;
    const space = asked.indexOf(' ');
    const found = this.#ask(asked.slice(0, space) as Ask, asked.slice(space + 1));
    this.#known.set(asked, found);
    return found;
  }

  #ask(ask: Ask, path: string): string {
    switch (ask) {
      case 'read':
        return this.#read(path);
      case 'stat':
        return describe(this.#access.stat(path));
      case 'list':
        return hashOf(this.#access.list(path).join('\0'));
      case 'realPath':
        return this.#access.realPath(path) ?? '';
      case 'isLink':
        return String(this.#access.isLink(path));
    }
  }

  #read(file: string): string {
    try {
      return hashOf(this.#access.read(file));
    } catch (error) {
      return String((error as NodeJS.ErrnoException).code);
    }
  }
}

/** Traces checks: what is asked of `access` between `begin` and `end` belongs to the file that was begun with. */
export class Tracer {
  readonly access: FileAccess;
  readonly #answers: Answers;
  #file = '';
  #hash: string | undefined;
  #asked: Set<string> | undefined;

  constructor(access: FileAccess) {
    this.#answers = new Answers(access);
    const note = (ask: Ask, path: string): void => {
      if (this.#asked && path !== this.#file) this.#asked.add(`${ask} ${path}`);
    };
    const traced = <Answer>(ask: Ask, find: (path: string) => Answer) => {
      return (path: string): Answer => {
        note(ask, path);
        return find(path);
      };
    };
    this.access = {
      read: (file, limit) => {
        note('read', file);
        const bytes = access.read(file, limit);
        if (this.#asked && file === this.#file) this.#hash = hashOf(bytes);
        return bytes;
      },
      stat: traced('stat', access.stat),
      list: traced('list', access.list),
      realPath: traced('realPath', access.realPath),
      isLink: traced('isLink', access.isLink),
    };
  }

  begin(file: string): void {
    this.#file = file;
    this.#hash = undefined;
    this.#asked = new Set();
  }

  /** Undefined for a file that was not read. */
  end(): Trace | undefined {
    const [hash, asked] = [this.#hash, this.#asked ?? []];
    this.#asked = undefined;
    if (hash === undefined) return undefined;
    return { hash, questions: [...asked].map((question) => [question, this.#answers.answer(question)]) };
  }
}

function describe(stats: FileStats | undefined): string {
  return stats ? `${stats.kind} ${stats.executable} ${stats.size}` : '';
}

export function hashOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url');
}
