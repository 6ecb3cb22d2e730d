import { closeSync, fstatSync, openSync, type Stats } from 'node:fs';

/** Until then a file may change once more without a trace: the clocks of disks tick as slowly as this. */
const SETTLED_MS = 2000;

/**
 * What tells that a file is still the one that was read: the system sets the time of its last change, and nobody else can. Nothing
 * of a file that has only just changed, as git has it of its index.
 */
export function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats, now: number): string | undefined {
  return now - ctimeMs < SETTLED_MS ? undefined : `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/**
 * By the calls that kept code is read with: the first call of another one takes longer than these three.
 *
 * @throws the system's error
 */
export function readStamp(file: string): string | undefined {
  const opened = openSync(file, 'r');
  try {
    return stampOf(fstatSync(opened), Date.now());
  } finally {
    closeSync(opened);
  }
}
