import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What was compiled of one module. */
export interface Module {
  /** The text that it was compiled from. */
  text: Buffer;
  code: Buffer;
  /** The file that the text is of, and how to tell whether it still is; see `stamp.ts`. */
  file: string;
  stamp: string;
}

/** What was worked out of a file that is no module. */
export interface Note {
  file: string;
  stamp: string;
  /** JSON. */
  text: Buffer;
}

export interface Kept {
  /** In so many runs the functions were called that are compiled in it. */
  runs: number;
  /** By name. */
  modules: ReadonlyMap<string, Module>;
  notes: readonly Note[];
}

/**
 * How a kept file begins, after a word that says how long this is, in bytes. Samples of the body follow, and the body: the texts
 * and codes of all modules, and the notes.
 */
export interface Header {
  runs: number;
  /** Of the body, in bytes. */
  size: number;
  /** Where in the body the text and the code of each module are. */
  parts: { name: string; file: string; stamp: string; text: Range; code: Range }[];
  notes: { file: string; stamp: string; text: Range }[];
}

type Range = readonly [start: number, end: number];

export const NOTHING: Kept = { runs: 0, modules: new Map(), notes: [] };

/** In bytes. */
export const WORD = 4;
/** A disk writes, and a power cut loses, whole blocks of 4096 bytes or more: of each there are four samples. */
export const WORDS_APART = 256;

/**
 * Reads what was kept; nothing where it is not as it was written. V8 checks its version, its flags
 * and how long a text is, but not its own bytes, and code that is spoilt would crash it. This is compiled at every start: it has few
 * functions, and what writes is elsewhere.
 */
export function readKept(file: string): Kept {
  try {
    const opened = openSync(file, 'r');
    try {
      const { uid, size } = fstatSync(opened);
      // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
      if (process.getuid && uid !== process.getuid()) return NOTHING;
      // Of its own, so that it begins at a whole word.
      const bytes = Buffer.allocUnsafeSlow(size);
      return readSync(opened, bytes, 0, size, null) === size ? cutParts(bytes) : NOTHING;
    } finally {
      closeSync(opened);
    }
  } catch {
    return NOTHING;
  }
}

/** The samples are a word here and there: to hash them all would take longer than to load the code. */
function cutParts(bytes: Buffer): Kept {
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / WORD));
  const headerEnd = WORD + (words[0] ?? 0);
  const { runs, size, parts, notes } = JSON.parse(cut(bytes, WORD, headerEnd).toString()) as Header;
  const start = bytes.length - size;
  const [firstSample, firstWord] = [headerEnd / WORD, start / WORD];
  if (firstWord - firstSample !== Math.ceil(Math.floor(size / WORD) / WORDS_APART)) return NOTHING;
  for (let at = 0; at < firstWord - firstSample; at += 1) {
    if (words[firstSample + at] !== words[firstWord + at * WORDS_APART]) return NOTHING;
  }
  const piece = ([from, to]: Range) => cut(bytes, start + from, start + to);
  const modules = new Map<string, Module>();
  for (const { name, file, stamp, text, code } of parts) {
    modules.set(name, { file, stamp, text: piece(text), code: piece(code) });
  }
  return { runs, modules, notes: notes.map(({ file, stamp, text }) => ({ file, stamp, text: piece(text) })) };
}

/** By the engine's own: Node's is JavaScript, which would be compiled first. */
function cut(bytes: Buffer, from: number, to: number): Buffer {
  return Uint8Array.prototype.subarray.call(bytes, from, to) as Buffer;
}
