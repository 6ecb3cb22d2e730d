import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { writeCache } from '../../cache/write-cache.js';
import type { FileAccess } from '../file-access.js';
import type { Clean } from '../file-check.js';
import type { Layout } from '../layout.js';
import type { Target } from '../target.js';
import { Answers, hashOf, type Question, type Trace } from './trace.js';

/** Where what is known of clean files is kept between runs. */
export interface CleanStore {
  /** Absolute path of a folder of our own. */
  folder: string;
  /** What the verdicts depend on besides the files: the rules, the client, where the user's files are. */
  key: string;
  /** Which run this is: what is validated, from where. */
  run: string;
}

interface Kept {
  $schema: 'clean-files/1';
  key: string;
  layouts: string[];
  questions: [asked: string, answer: string][];
  /** By absolute path. */
  files: Record<string, KeptFile>;
}

type KeptFile = [kind: Target['kind'], layout: number, hash: string, name: string | null, questions: number[]];

/** So many runs are kept; the one that was written longest ago goes first. */
const MAX_RUNS = 20;

/** What earlier runs have shown about files with nothing to say; and what this run shows, for the next one. */
export class CleanFiles {
  readonly #store: CleanStore;
  readonly #known: Kept | undefined;
  readonly #answers: Answers;
  readonly #access: FileAccess;
  readonly #layouts = new Map<string, number>();
  /** Nearly all files have the same one. */
  readonly #layoutTexts = new WeakMap<Layout, string>();
  readonly #questions: Kept['questions'] = [];
  /** By what is asked: in one run there is one answer to it. */
  readonly #numbers = new Map<string, number>();
  readonly #files: Kept['files'] = {};
  #isNew = false;

  constructor(store: CleanStore, access: FileAccess) {
    this.#store = store;
    this.#access = access;
    this.#answers = new Answers(access);
    this.#known = readKept(fileOf(store), store.key);
  }

  /** What is known of a file, where nothing that it rests on has changed. */
  find(target: Target): Clean | undefined {
    const known = this.#known?.files[target.file];
    if (!known || !this.#known) return undefined;
    const [kind, layout, hash, name, numbers] = known;
    if (kind !== target.kind || this.#known.layouts[layout] !== this.#textOf(target.layout)) return undefined;
    if (this.#access.stat(target.file)?.kind !== 'file' || this.#access.isLink(target.file)) return undefined;
    if (this.#answers.answer(`read ${target.file}`) !== hash) return undefined;
    const { questions } = this.#known;
    const isSame = numbers.every((number) => {
      const [asked = '', answer] = questions[number] ?? [];
      return this.#answers.answer(asked) === answer;
    });
    if (!isSame) return undefined;
    this.#keep(
      target,
      name,
      hash,
      numbers.map((number) => this.#numberOf(questions[number] ?? ['', ''])),
    );
    return name === null ? {} : { name };
  }

  add(target: Target, { name }: Clean, { hash, questions }: Trace): void {
    this.#isNew = true;
    this.#keep(
      target,
      name ?? null,
      hash,
      questions.map((question) => this.#numberOf(question)),
    );
  }

  /** Writes what is known now, if that is more or less than before. */
  write(): void {
    const before = Object.keys(this.#known?.files ?? {}).length;
    if (!this.#isNew && before === Object.keys(this.#files).length) return;
    const content: Kept = {
      $schema: 'clean-files/1',
      key: this.#store.key,
      layouts: [...this.#layouts.keys()],
      questions: this.#questions,
      files: this.#files,
    };
    if (writeCache(fileOf(this.#store), JSON.stringify(content), 3)) removeOldest(this.#store.folder);
  }

  #keep(target: Target, name: string | null, hash: string, questions: number[]): void {
    const layout = numberIn(this.#layouts, this.#textOf(target.layout));
    this.#files[target.file] = [target.kind, layout, hash, name, questions];
  }

  #textOf(layout: Layout): string {
    let text = this.#layoutTexts.get(layout);
    if (text === undefined) {
      text = JSON.stringify(layout);
      this.#layoutTexts.set(layout, text);
    }
    return text;
  }

  #numberOf([asked, answer]: Question): number {
    const number = numberIn(this.#numbers, asked);
    if (number === this.#questions.length) this.#questions.push([asked, answer]);
    return number;
  }
}

function numberIn(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function fileOf({ folder, run }: CleanStore): string {
  return path.join(folder, `${hashOf(run)}.json`);
}

/** What this very build has kept, as the key says, so its shape is known; what cannot be read is nothing. */
function readKept(file: string, key: string): Kept | undefined {
  try {
    const kept: Kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.$schema === 'clean-files/1' && kept.key === key ? kept : undefined;
  } catch {
    return undefined;
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  if (files.length <= MAX_RUNS) return;
  const timeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const byTime = files.map((file) => ({ file, time: timeOf(file) })).sort((a, b) => b.time - a.time);
  for (const { file } of byTime.slice(MAX_RUNS)) rmSync(file, { force: true });
}
