import { createHash } from 'node:crypto';

/** A part of a file name that any text may go into: two texts that differ stay two names, and no path comes out of it. */
export function fileNamePart(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 64);
  if (plain === text && text !== '') return text;
  return `${plain}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
