import { type Header, type Kept, WORD, WORDS_APART } from './kept-code.js';
import { writeCache } from './write-cache.js';

/** Writes what `readKept` reads. */
export function writeKept(file: string, kept: Kept): void {
  const { runs } = kept;
  const pieces: Buffer[] = [];
  let size = 0;
  const append = (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    return [size - piece.length, size] as const;
  };
  const parts = [...kept.modules].map(([name, { file, stamp, text, code }]) => {
    return { name, file, stamp, text: append(text), code: append(code) };
  });
  const notes = kept.notes.map(({ file, stamp, text }) => ({ file, stamp, text: append(text) }));
  const body = Buffer.concat(pieces);
  writeCache(file, Buffer.concat([formatHeader({ runs, size, parts, notes }), sample(body), body]), 2);
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
