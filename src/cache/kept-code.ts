import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
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

/** The first line of the file: what there is of each module, in bytes. All texts follow, all of the code, and the samples. */
interface Header {
  parts: { name: string; text: number; code: number; file: string; stamp: string }[];
}

const NONE: ReadonlyMap<string, Kept> = new Map();

/**
 * Reads what was kept, by the name of the module; nothing where it is not as it was written. V8 checks its version, its flags
 * and how long a text is, but not its own bytes, and code that is spoilt would crash it.
 */
export function readKept(file: string): ReadonlyMap<string, Kept> {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
    if (process.getuid && fstatSync(opened).uid !== process.getuid()) return NONE;
    const bytes = readFileSync(opened);
    const start = bytes.indexOf('\n') + 1;
    return cutParts(JSON.parse(bytes.toString('utf8', 0, start)), bytes.subarray(start));
  } catch {
    return NONE;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function cutParts({ parts }: Header, bytes: Buffer): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>();
  let text = 0;
  let code = parts.reduce((sum, part) => sum + part.text, 0);
  for (const part of parts) {
    const { name, file, stamp } = part;
    const cut = {
      text: bytes.subarray(text, text + part.text),
      code: bytes.subarray(code, code + part.code),
    };
    kept.set(name, { ...cut, file, stamp });
    text += part.text;
    code += part.code;
  }
  return sample(bytes.subarray(0, code)).equals(bytes.subarray(code)) ? kept : NONE;
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
  writeCache(file, Buffer.concat([formatHeader(header), body, sample(body)]), 2);
}

/** What follows it begins with a word. */
function formatHeader(header: Header): Buffer {
  const line = Buffer.from(JSON.stringify(header));
  return Buffer.concat([line, Buffer.from(`${' '.repeat(3 - (line.length % 4))}\n`)]);
}

/** A disk writes, and a power cut loses, whole blocks of 4096 bytes or more: of each there are four samples. */
const WORDS_APART = 256;

/** A word of four bytes here and there: to hash them all would take longer than to load the code. */
function sample(bytes: Buffer): Buffer {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const samples = new Uint32Array(Math.ceil(words.length / WORDS_APART));
  for (let at = 0, to = 0; at < words.length; at += WORDS_APART, to += 1) samples[to] = words[at] ?? 0;
  return Buffer.from(samples.buffer);
}
