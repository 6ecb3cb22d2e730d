import { writeSync } from 'node:fs';

/** Until a full pipe is tried again. */
const PAUSE_MS = 1;

/**
 * Writes to an open descriptor and waits until everything is out: `process.stdout` loads Node's network code first.
 *
 * @throws the system's error; of `EAGAIN`, when a pipe is full, it tries again after a moment
 */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
