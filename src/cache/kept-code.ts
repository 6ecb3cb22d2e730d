import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { writeCache } from './write-cache.js';

/** What was compiled of one module. */
export interface Kept {
  /** Of the text that it was compiled from. */
  id: string;
  code: Buffer;
}

/** The first line of the file; the code of the parts follows, and then all of it once more. */
interface Header {
  parts: { name: string; id: string; bytes: number }[];
}

const NONE: ReadonlyMap<string, Kept> = new Map();

/**
 * Reads what was kept, by the name of the module; nothing where it is not as it was written. V8 checks
 * its version and its flags, but not its own bytes, and what is spoilt would crash it. To compare them with a copy takes a
 * hundredth of the time of a checksum.
 */
export function readKept(file: string): ReadonlyMap<string, Kept> {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    // Compiled code is code: what somebody else put there (under sudo, the user himself) is left alone.
    if (process.getuid && fstatSync(opened).uid !== process.getuid()) return NONE;
    const bytes = readFileSync(opened);
    const start = bytes.indexOf('\n') + 1;
    const middle = (start + bytes.length) / 2;
    const isWhole = Number.isInteger(middle) && bytes.subarray(start, middle).equals(bytes.subarray(middle));
    return isWhole ? cutParts(JSON.parse(bytes.toString('latin1', 0, start)), bytes.subarray(start, middle)) : NONE;
  } catch {
    return NONE;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function cutParts({ parts }: Header, code: Buffer): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>();
  let at = 0;
  for (const { name, id, bytes } of parts) {
    kept.set(name, { id, code: code.subarray(at, at + bytes) });
    at += bytes;
  }
  return at === code.length ? kept : NONE;
}

export function writeKept(file: string, kept: ReadonlyMap<string, Kept>): void {
  const header: Header = {
    parts: [...kept].map(([name, { id, code }]) => ({ name, id, bytes: code.length })),
  };
  const code = [...kept.values()].map((part) => part.code);
  writeCache(file, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...code, ...code]), 2);
}
