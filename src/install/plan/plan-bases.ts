import type { Change } from '../../transaction/change.js';
import type { Actual } from '../actual.js';
import { BASES_PATH, type Base, type Bases, packBases } from '../bases.js';
import type { RecordedFile } from '../manifest.js';
import { remove, writeNew, writeOver } from './changes.js';

export interface BasesInput {
  /** What the manifest will say, and what it said. */
  records: readonly RecordedFile[];
  recorded: readonly RecordedFile[];
  /** Where the texts come from: this version, and what was kept of earlier ones. */
  wanted: readonly Base[];
  bases: Bases;
  actual: Actual;
}

/** Keeps the texts of the records that say so, and no others; they are packed anew only where they become others. */
export function planBases({ records, recorded, wanted, bases, actual }: BasesInput): Change[] {
  const needed = hashesOf(records);
  if (needed.size === 0) return actual.kind === 'file' ? [remove(BASES_PATH, actual.content)] : [];
  const before = hashesOf(recorded);
  const isSame = needed.size === before.size && [...needed].every((hash) => before.has(hash));
  if (isSame && actual.kind === 'file') return [];
  const contents = new Map(wanted.map(({ sha256, content }) => [sha256, content]));
  const texts = [...needed].flatMap((hash): Base[] => {
    const content = contents.get(hash) ?? bases.find(hash);
    return content ? [{ sha256: hash, content }] : [];
  });
  const packed = packBases(texts);
  return [actual.kind === 'file' ? writeOver(BASES_PATH, actual, packed, false) : writeNew(BASES_PATH, packed, false)];
}

function hashesOf(records: readonly RecordedFile[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ base, sha256 }) => (base && sha256 !== undefined ? [sha256] : [])));
}
