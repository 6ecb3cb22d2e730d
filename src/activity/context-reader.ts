import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CONTEXT } from '../context/ignore.js';
import { type FileKind, type ReadableKind, readJson } from '../context/json-store.js';
import { isKeptAside } from '../context/kept-aside.js';
import { explainSystemError } from '../errors.js';
import type { Fault } from './activity.js';
import { isTooDeep, MAX_DEPTH } from './depth.js';

const TOO_DEEP: Omit<Fault, 'file'> = { kind: 'unreadable', reason: `it has more than ${MAX_DEPTH} levels` };

/** Reads files of a context folder, and only reads: what cannot be used stays where it is and becomes a fault. */
export class ContextReader {
  readonly faults: Fault[] = [];
  readonly #folder: string;

  constructor(contextFolder: string) {
    this.#folder = contextFolder;
  }

  /** What a file holds; where it is absent, what that stands for. Undefined where it cannot be used. */
  read<Data>(file: string, kind: FileKind<Data>): Data | undefined {
    const found = this.#read<Data>(file, kind);
    return found === 'absent' ? kind.empty() : found;
  }

  /** What the JSON files of a folder hold, by their names; without those that cannot be used. */
  readAll<Data extends object>(name: string, kind: ReadableKind): Data[] {
    const folder = path.join(this.#folder, name);
    const files = this.#attempt(folder, () => listJson(folder)) ?? [];
    return files.flatMap((file) => {
      const found = this.#read<Data>(path.join(folder, file), kind);
      return found === undefined || found === 'absent' ? [] : [found];
    });
  }

  #read<Data>(file: string, kind: ReadableKind): Data | 'absent' | undefined {
    return this.#attempt(file, () => {
      const result = readJson<Data>(file, kind);
      switch (result.kind) {
        case 'read':
          return isTooDeep(result.data) ? this.#note(file, TOO_DEEP) : result.data;
        case 'absent':
          return 'absent';
        case 'newer':
          return this.#note(file, { kind: 'newer', reason: result.version });
        case 'unreadable':
          return this.#note(file, { kind: 'unreadable', reason: result.reason });
      }
    });
  }

  /** What the system refuses is one more fault. */
  #attempt<Result>(file: string, read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      // The stack may not suffice for what is nested thousands of levels deep.
      if (error instanceof RangeError) return this.#note(file, TOO_DEEP);
      const known = explainSystemError(error);
      if (!known) throw error;
      return this.#note(file, { kind: 'unreadable', reason: known.message });
    }
  }

  #note(file: string, fault: Omit<Fault, 'file'>): undefined {
    const inside = path.relative(this.#folder, file).split(path.sep).join('/');
    this.faults.push({ file: `${CONTEXT}/${inside}`, ...fault });
  }
}

function listJson(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !isKeptAside(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
