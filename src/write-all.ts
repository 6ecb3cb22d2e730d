import { writeSync } from 'node:fs';

/** Until a full pipe is tried again. */
const PAUSE_MS = 1;

/**
 * Writes to an open descriptor and waits until everything is out: `process.stdout` loads Node's network code first. A text is
 * handed on as it is, which nearly always is all: to make bytes of it takes longer than to write it.
 *
 * @throws the system's error; of `EAGAIN`, when a pipe is full, it tries again after a moment
 */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  for (let rest = content; rest.length > 0; ) {
    const written = tryWrite(descriptor, rest);
    if (written === (typeof rest === 'string' ? Buffer.byteLength(rest) : rest.length)) return;
    if (written === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    else rest = (typeof rest === 'string' ? Buffer.from(rest) : rest).subarray(written);
  }
}

/** @returns the bytes that were taken; none by a full pipe */
function tryWrite(descriptor: number, content: string | Uint8Array): number {
  try {
    return typeof content === 'string' ? writeSync(descriptor, content) : writeSync(descriptor, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return 0;
  }
}
