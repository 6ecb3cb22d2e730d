import type * as Zlib from 'node:zlib';
import { sha256 } from '../transaction/files.js';

/** Larger texts are not merged; neither are bundles, which nobody edits. */
const MAX_BYTES = 262_144;

/** Whether a merge of the file can make sense, so that its text is kept. */
export function isMergeable(path: string, content: Buffer): boolean {
  return !path.endsWith('.cjs') && content.length <= MAX_BYTES && !content.includes(0);
}

/** Twice as fast as the default, and a twentieth larger: eighty texts are packed in one installation. */
const QUICK = { level: 1, windowBits: 13, memLevel: 5 };

/** A text as the manifest keeps it: packed, so that nobody's search through the repository finds everything twice. */
export function packText(content: Buffer): string {
  return zlib().deflateRawSync(content, QUICK).toString('base64');
}

/** The text again; undefined where it is not the one that it should be. */
export function unpackText(packed: string, expected: string): Buffer | undefined {
  try {
    const content = zlib().inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MAX_BYTES });
    return sha256(content) === expected ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Loaded where something is packed: an installation that changes nothing packs nothing. */
function zlib(): typeof Zlib {
  return process.getBuiltinModule('node:zlib');
}
