import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { writeCache } from './write-cache.js';

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
 * How a kept file begins, after a word that says how long this is: what there is of each module, in bytes. The samples follow, all
 * texts, and all of the code.
 */
interface Header {
  parts: { name: string; text: number; code: number; file: string; stamp: string }[];
}

const NONE: ReadonlyMap<string, Kept> = new Map();

/**
 * Reads what was kept, by the name of the module; nothing where it is not as it was written. V8 checks its version, its flags
 * and how long a text is, but not its own bytes, and code that is spoilt would crash it.
 */
export function readKept(file: string): ReadonlyMap<string, Kept> {
  try {
    const bytes = readOwn(file);
    if (!bytes) return NONE;
    const end = WORD + (wordsOf(bytes)[0] ?? 0);
    return cutParts(JSON.parse(bytes.toString('utf8', WORD, end)), bytes.subarray(end));
  } catch {
    return NONE;
  }
}

/** Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone. */
function readOwn(file: string): Buffer | undefined {
  const opened = openSync(file, 'r');
  try {
    const { uid, size } = fstatSync(opened);
    if (process.getuid && uid !== process.getuid()) return undefined;
    // Of its own, so that it begins at a whole word.
    const bytes = Buffer.allocUnsafeSlow(size);
    return bytes.subarray(0, readSync(opened, bytes, 0, size, null));
  } finally {
    closeSync(opened);
  }
}

function cutParts({ parts }: Header, bytes: Buffer): ReadonlyMap<string, Kept> {
  const texts = parts.reduce((sum, part) => sum + part.text, 0);
  const total = parts.reduce((sum, part) => sum + part.code, texts);
  const body = bytes.subarray(WORD * countSamples(total));
  if (body.length !== total || !isWhole(wordsOf(body), wordsOf(bytes))) return NONE;
  const kept = new Map<string, Kept>();
  let text = 0;
  let code = texts;
  for (const part of parts) {
    const { name, file, stamp } = part;
    const cut = { text: body.subarray(text, text + part.text), code: body.subarray(code, code + part.code) };
    kept.set(name, { ...cut, file, stamp });
    text += part.text;
    code += part.code;
  }
  return kept;
}

export function writeKept(file: string, kept: ReadonlyMap<string, Kept>): void {
  const header: Header = {
    parts: [...kept].map(([name, { text, code, ...origin }]) => ({
      name,
      text: text.length,
      code: code.length,
      ...origin,
    })),
  };
  const texts = [...kept.values()].map(({ text }) => text);
  const code = [...kept.values()].map((part) => part.code);
  const body = Buffer.concat([...texts, ...code]);
  writeCache(file, Buffer.concat([formatHeader(header), sample(body), body]), 2);
}

/** In whole words, so that what follows it is, too. */
function formatHeader(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((WORD - (text.length % WORD)) % WORD, ' ')]);
  return Buffer.concat([Buffer.from(Uint32Array.of(padded.length).buffer), padded]);
}

/** In bytes. */
const WORD = 4;
/** A disk writes, and a power cut loses, whole blocks of 4096 bytes or more: of each there are four samples. */
const WORDS_APART = 256;

/** A word here and there: to hash them all would take longer than to load the code. */
function sample(body: Buffer): Buffer {
  const words = wordsOf(body);
  const samples = Uint32Array.from({ length: countSamples(body.length) }, (_, at) => words[at * WORDS_APART] ?? 0);
  return Buffer.from(samples.buffer);
}

function countSamples(bytes: number): number {
  return Math.ceil(Math.floor(bytes / WORD) / WORDS_APART);
}

function isWhole(body: Uint32Array, samples: Uint32Array): boolean {
  for (let at = 0; at * WORDS_APART < body.length; at += 1) {
    if (body[at * WORDS_APART] !== samples[at]) return false;
  }
  return true;
}

function wordsOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / WORD));
}
