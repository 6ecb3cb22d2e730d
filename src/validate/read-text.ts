import { type Finding, finding } from './finding.js';

const START = { line: 1, column: 1 };

/** Decodes a file as the client does: UTF-8 with or without a BOM, bytes that are not UTF-8 become U+FFFD. */
export function readText(bytes: Uint8Array): { text: string; findings: Finding[] } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { text: '', findings: [finding('file-utf16', START, {})] };
  }
  const quick = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // Without the character that stands in for bytes that are no UTF-8, there were none.
  if (!quick.includes('\uFFFD')) return { text: quick, findings: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const prefix = text.slice(0, firstReplacement(bytes, text));
    const line = prefix.split('\n').length;
    const location = { line, column: prefix.length - prefix.lastIndexOf('\n') };
    const offset = new TextEncoder().encode(prefix).length;
    return { text, findings: [finding('file-encoding', location, { offset })] };
  }
}

/** Index of the first U+FFFD that the bytes do not hold themselves. */
function firstReplacement(bytes: Uint8Array, text: string): number {
  let offset = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code === 0xfffd && !(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd))
      return index;
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) index += 1;
  }
  return text.length;
}
