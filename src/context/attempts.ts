import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childPath } from '../child-path.js';
import { fileNamePart } from './file-name.js';

/**
 * Counts the broken reports of a run, separately for each hook. The hooks of one stop run at once, so none may rely on a
 * count that another keeps; as each of them sees every stop, their counts agree.
 */
export class Attempts {
  readonly #file: string;

  constructor(contextFolder: string, run: string, hook: string) {
    this.#file = childPath(contextFolder, 'session', 'attempts', `${fileNamePart(run)}.${hook}`);
  }

  /** Adds one and returns the count; a chain of refused stops that starts anew starts at 1. */
  add(continues: boolean): number {
    const count = (continues ? this.#read() : 0) + 1;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, String(count));
    return count;
  }

  clear(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch {
      // What cannot be removed is overwritten when a run of the same id starts anew.
    }
  }

  #read(): number {
    try {
      return Number.parseInt(readFileSync(this.#file, 'utf8'), 10) || 0;
    } catch {
      return 0;
    }
  }
}
