import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { writeCache } from './write-cache.js';

/** What was compiled of one module. */
export interface Kept {
  /** The text that it was compiled from. */
  text: Buffer;
  code: Buffer;
}

/** The first line of the file: what there is of each module, in bytes. All texts follow, all of the code, and that once more. */
interface Header {
  parts: { name: string; text: number; code: number }[];
}

const NONE: ReadonlyMap<string, Kept> = new Map();

/**
 * Reads what was kept, by the name of the module; nothing where it is not as it was written. V8 checks its version, its flags
 * and how long a text is, but neither the text nor its own bytes, and code that is spoilt would crash it. To compare them with
 * a copy takes a hundredth of the time of a checksum.
 */
export function readKept(file: string): ReadonlyMap<string, Kept> {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
    if (process.getuid && fstatSync(opened).uid !== process.getuid()) return NONE;
    const bytes = readFileSync(opened);
    const start = bytes.indexOf('\n') + 1;
    return cutParts(JSON.parse(bytes.toString('latin1', 0, start)), bytes.subarray(start));
  } catch {
    return NONE;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function cutParts({ parts }: Header, bytes: Buffer): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>();
  let text = 0;
  const start = parts.reduce((sum, part) => sum + part.text, 0);
  let code = start;
  for (const part of parts) {
    kept.set(part.name, {
      text: bytes.subarray(text, text + part.text),
      code: bytes.subarray(code, code + part.code),
    });
    text += part.text;
    code += part.code;
  }
  return bytes.subarray(start, code).equals(bytes.subarray(code)) ? kept : NONE;
}

export function writeKept(file: string, kept: ReadonlyMap<string, Kept>): void {
  const header: Header = {
    parts: [...kept].map(([name, { text, code }]) => ({ name, text: text.length, code: code.length })),
  };
  const texts = [...kept.values()].map(({ text }) => text);
  const code = [...kept.values()].map((part) => part.code);
  writeCache(file, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...texts, ...code, ...code]), 2);
}
