import { type ManifestFile, STORE } from './manifest.js';
import type { Actual, Operation } from './operation.js';
import type { PayloadFile } from './payload.js';

/** What is done about a file. */
export interface FileStep {
  operation: Operation;
  /** What the manifest says of the file afterwards. */
  record?: ManifestFile;
}

/** Decides about one file that is desired or recorded. */
export function planFile(
  path: string,
  wanted: PayloadFile | undefined,
  known: ManifestFile | undefined,
  actual: Actual,
  force: boolean,
): FileStep {
  if (actual.kind === 'blocked') {
    const operation: Operation = { kind: 'conflict', path, reason: `${actual.by} is in the way` };
    return known ? { operation, record: known } : { operation };
  }
  if (wanted) return planWanted(path, wanted, known, actual, force);
  return planUnwanted(path, known, actual, force);
}

function planWanted(
  path: string,
  file: PayloadFile,
  known: ManifestFile | undefined,
  actual: Exclude<Actual, { kind: 'blocked' }>,
  force: boolean,
): FileStep {
  const record: ManifestFile = { ...known, path, sha256: file.sha256 };
  if (actual.kind === 'absent') {
    if (known && !force) return { operation: { kind: 'keep', path, reason: 'you deleted it' }, record: known };
    return { operation: { kind: 'create', path, file, reason: '' }, record };
  }
  if (actual.sha256 === file.sha256) {
    if (file.executable && !actual.executable) {
      return { operation: { kind: 'update', path, file, reason: 'make it executable' }, record };
    }
    const first: ManifestFile = { ...record, preexisting: true };
    return { operation: { kind: 'unchanged', path, reason: '' }, record: known ? record : first };
  }
  if (known?.sha256 === actual.sha256) {
    return { operation: { kind: 'update', path, file, reason: 'a newer version' }, record };
  }
  if (force) {
    // Named after its content, so that a later backup of the same path never takes the place of an earlier one.
    const backup = `${STORE}/backup/${path.slice('.claude/'.length)}.${actual.sha256.slice(0, 12)}`;
    const { preexisting: _, ...rest } = record;
    return {
      operation: { kind: 'update', path, file, backup, reason: `replaces your file, kept as ${backup}` },
      record: { ...rest, backup: known?.backup ?? backup },
    };
  }
  if (!known) return { operation: { kind: 'conflict', path, reason: 'a file of yours is in the way' } };
  if (known.sha256 === file.sha256)
    return { operation: { kind: 'keep', path, reason: 'you changed it' }, record: known };
  return { operation: { kind: 'conflict', path, reason: 'you changed it, and so did this version' }, record: known };
}

function planUnwanted(
  path: string,
  known: ManifestFile | undefined,
  actual: Exclude<Actual, { kind: 'blocked' }>,
  force: boolean,
): FileStep {
  if (!known || actual.kind === 'absent') return { operation: { kind: 'forget', path, reason: 'already gone' } };
  if (known.preexisting) return { operation: { kind: 'forget', path, reason: 'it was there before' } };
  if (actual.sha256 !== known.sha256 && !force) {
    return { operation: { kind: 'keep', path, reason: 'you changed it, so it stays' } };
  }
  const restore = known.backup ? { restore: known.backup } : {};
  return { operation: { kind: 'remove', path, reason: known.backup ? 'your own file comes back' : '', ...restore } };
}
