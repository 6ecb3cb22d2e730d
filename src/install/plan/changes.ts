import type { Change } from '../../transaction/change.js';
import { sha256 } from '../../transaction/files.js';
import type { Actual } from '../actual.js';

type FileActual = Extract<Actual, { kind: 'file' }>;

/** Writes a file where there is none; what it may be used for is subject to the umask. */
export function writeNew(path: string, content: Buffer, executable: boolean): Change {
  const mode = { bits: executable ? 0o755 : 0o644, exact: false };
  return { kind: 'write', path, content, mode, before: undefined };
}

/** Gives a file another content; it keeps its mode, but for the run bit that it needs. */
export function writeOver(
  path: string,
  { content: old, mode }: FileActual,
  content: Buffer,
  executable: boolean,
): Change {
  const bits = executable ? mode | 0o111 : mode;
  return { kind: 'write', path, content, mode: { bits, exact: true }, before: sha256(old) };
}

/** Puts a file back as it was kept. */
export function restore(path: string, { content: old }: FileActual, { content, mode }: FileActual): Change {
  return { kind: 'write', path, content, mode: { bits: mode, exact: true }, before: sha256(old) };
}

export function remove(path: string, content: Buffer): Change {
  return { kind: 'remove', path, before: sha256(content) };
}
