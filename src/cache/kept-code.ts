import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What was compiled of one module. */
export interface Kept {
  /** The text that it was compiled from. */
  text: Buffer;
  code: Buffer;
  /** The file that the text is of, and how to tell whether it still is; see `stamp.ts`. */
  file: string;
  stamp: string;
}

/**
 * How a kept file begins, after a word that says how long this is, in bytes. Samples of the body follow, and the body: the texts
 * and codes of all modules.
 */
export interface Header {
  /** Of the body, in bytes. */
  size: number;
  /** Where in the body the text and the code of each module are. */
  parts: { name: string; file: string; stamp: string; text: Range; code: Range }[];
}

type Range = readonly [start: number, end: number];

const NONE: ReadonlyMap<string, Kept> = new Map();

/** In bytes. */
export const WORD = 4;
/** A disk writes, and a power cut loses, whole blocks of 4096 bytes or more: of each there are four samples. */
export const WORDS_APART = 256;

/**
 * Reads what was kept, by the name of the module; nothing where it is not as it was written. V8 checks its version, its flags
 * and how long a text is, but not its own bytes, and code that is spoilt would crash it. This is compiled at every start: it has few
 * functions, and what writes is elsewhere.
 */
export function readKept(file: string): ReadonlyMap<string, Kept> {
  try {
    const opened = openSync(file, 'r');
    try {
      const { uid, size } = fstatSync(opened);
      // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
      if (process.getuid && uid !== process.getuid()) return NONE;
      // Of its own, so that it begins at a whole word.
      const bytes = Buffer.allocUnsafeSlow(size);
      return readSync(opened, bytes, 0, size, null) === size ? cutParts(bytes) : NONE;
    } finally {
      closeSync(opened);
    }
  } catch {
    return NONE;
  }
}

/** The samples are a word here and there: to hash them all would take longer than to load the code. */
function cutParts(bytes: Buffer): ReadonlyMap<string, Kept> {
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / WORD));
  const headerEnd = WORD + (words[0] ?? 0);
  const { size, parts } = JSON.parse(cut(bytes, WORD, headerEnd).toString()) as Header;
  const start = bytes.length - size;
  const [firstSample, firstWord] = [headerEnd / WORD, start / WORD];
  if (firstWord - firstSample !== Math.ceil(Math.floor(size / WORD) / WORDS_APART)) return NONE;
  for (let at = 0; at < firstWord - firstSample; at += 1) {
    if (words[firstSample + at] !== words[firstWord + at * WORDS_APART]) return NONE;
  }
  const kept = new Map<string, Kept>();
  for (const { name, file, stamp, text, code } of parts) {
    const piece = ([from, to]: Range) => cut(bytes, start + from, start + to);
    kept.set(name, { file, stamp, text: piece(text), code: piece(code) });
  }
  return kept;
}

/** By the engine's own: Node's is JavaScript, which would be compiled first. */
function cut(bytes: Buffer, from: number, to: number): Buffer {
  return Uint8Array.prototype.subarray.call(bytes, from, to) as Buffer;
}
