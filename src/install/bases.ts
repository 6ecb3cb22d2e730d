import type * as Zlib from 'node:zlib';
import { sha256 } from '../transaction/files.js';
import type { Disk } from './actual.js';
import { STORE } from './manifest.js';

/** Where the texts are that a merge will begin from: packed, so that no search through the repository finds them twice. */
export const BASES_PATH = `${STORE}/bases.br`;

/** Larger texts are not merged; neither are bundles, which nobody edits. */
const MAX_BYTES = 262_144;

/** More than any payload has. */
const MAX_UNPACKED_BYTES = 33_554_432;

/** A text as it was installed. */
export interface Base {
  sha256: string;
  content: Buffer;
}

/** Whether a merge of the file can make sense, so that its text is kept. */
export function isMergeable(path: string, content: Buffer): boolean {
  return !path.endsWith('.cjs') && content.length <= MAX_BYTES && !content.includes(0);
}

/** The texts by their SHA-256; they are unpacked when the first of them is asked for. */
export class Bases {
  readonly #packed: Buffer | undefined;
  #texts: ReadonlyMap<string, Buffer> | undefined;

  /** @param packed what `packBases` made, whatever has become of it since */
  constructor(packed: Buffer | undefined) {
    this.#packed = packed;
  }

  /** Undefined where it is not there, or not the one that it should be. */
  find(hash: string): Buffer | undefined {
    this.#texts ??= this.#packed ? unpack(this.#packed) : new Map();
    const content = this.#texts.get(hash);
    return content && sha256(content) === hash ? content : undefined;
  }
}

/** Those of an installation. */
export function findBases({ files }: Disk): Bases {
  const packed = files.get(BASES_PATH);
  return new Bases(packed?.kind === 'file' ? packed.content : undefined);
}

/** All of them in one piece, after a line that says how long each is. */
export function packBases(bases: readonly Base[]): Buffer {
  const { brotliCompressSync, constants } = zlib();
  const lengths = bases.map(({ sha256: hash, content }) => [hash, content.length]);
  const texts = Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...bases.map(({ content }) => content)]);
  // A fifth of the time that deflating takes, for as few bytes.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: texts.length };
  return brotliCompressSync(texts, { params });
}

function unpack(packed: Buffer): ReadonlyMap<string, Buffer> {
  try {
    const bytes = zlib().brotliDecompressSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
    let at = bytes.indexOf('\n') + 1;
    const lengths = JSON.parse(bytes.toString('utf8', 0, at)) as [hash: string, bytes: number][];
    return new Map(
      lengths.map(([hash, length]) => {
        at += length;
        return [hash, bytes.subarray(at - length, at)];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Loaded where something is packed: an installation that changes nothing packs nothing. */
function zlib(): typeof Zlib {
  return process.getBuiltinModule('node:zlib');
}
