import { type Header, type Kept, WORD, WORDS_APART } from './kept-code.js';
import { writeCache } from './write-cache.js';

/** Keeps what was compiled of each module, by its name, as `readKept` reads it. */
export function writeKept(file: string, kept: ReadonlyMap<string, Kept>): void {
  const pieces: Buffer[] = [];
  let size = 0;
  const append = (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    return [size - piece.length, size] as const;
  };
  const parts = [...kept].map(([name, { file, stamp, text, code }]) => {
    return { name, file, stamp, text: append(text), code: append(code) };
  });
  const body = Buffer.concat(pieces);
  writeCache(file, Buffer.concat([formatHeader({ size, parts }), sample(body), body]), 2);
}

/** In whole words, so that what follows it is, too. */
function formatHeader(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((WORD - (text.length % WORD)) % WORD, ' ')]);
  return Buffer.concat([Buffer.from(Uint32Array.of(padded.length).buffer), padded]);
}

function sample(body: Buffer): Buffer {
  const count = Math.floor(body.length / WORD);
  const words = new Uint32Array(body.buffer.slice(body.byteOffset, body.byteOffset + count * WORD));
  return Buffer.from(words.filter((_, at) => at % WORDS_APART === 0).buffer);
}
