import { sha256 } from '../transaction/files.js';

/**
 * How a file relates to a content: version control may give a text other line ends at a checkout, which is nobody's
 * edit.
 */
export type Likeness = 'same' | 'line-ends' | 'different';

export function compare(content: Buffer, expected: string | undefined): Likeness {
  if (expected === undefined) return 'different';
  if (sha256(content) === expected) return 'same';
  return lineEndsOf(content) === 'crlf' && sha256(toLf(content)) === expected ? 'line-ends' : 'different';
}

/** The line ends of a text; of one with no line end those of Unix. */
export function lineEndsOf(content: Buffer): 'lf' | 'crlf' | 'mixed' {
  const text = content.toString('latin1');
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  if (windows === 0) return 'lf';
  return windows === all ? 'crlf' : 'mixed';
}

export function toLf(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

export function toCrlf(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1');
}

/** Whether line ends are a matter of taste in it: a shell takes a carriage return for a part of the command. */
export function mayHaveCrlf(path: string): boolean {
  return !path.endsWith('.sh');
}
