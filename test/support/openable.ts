import { PassThrough } from 'node:stream';

/** A stream in memory as a command sees its stderr. */
export function openable({ isTTY }: { isTTY: boolean }) {
  const stream = new PassThrough();
  return Object.assign(stream, { isTTY, open: () => stream });
}
