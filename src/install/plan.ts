import { MANIFEST_PATH, type Manifest, type ManifestFile, STORE } from './manifest.js';
import type { Payload, PayloadFile } from './payload.js';

/** What lies at a path now. A `blocked` path is a folder, or lies below a file. */
export type Actual =
  | { kind: 'absent' }
  | { kind: 'file'; sha256: string; executable: boolean }
  | { kind: 'blocked'; by: string };

/** The state of the disk, as far as a plan depends on it. */
export interface Disk {
  files: ReadonlyMap<string, Actual>;
  folders: ReadonlySet<string>;
}

/**
 * One step of a plan. `write` puts the payload's bytes at `path`; `backup` first moves what is there, `restore` puts it
 * back. A `keep` and a `conflict` touch nothing.
 */
export type Operation = { path: string; reason: string } & (
  | { kind: 'create' | 'update'; file: PayloadFile; backup?: string }
  | { kind: 'unchanged' | 'keep' | 'conflict' | 'forget' }
  | { kind: 'remove'; restore?: string }
);

export interface Plan {
  operations: Operation[];
  /** Folders to make, parents first. */
  makeFolders: string[];
  /** Folders to remove when empty, children first. */
  removeFolders: string[];
  /** The manifest to write; undefined when nothing is installed any more. */
  manifest?: Manifest;
}

export interface PlanInput {
  /** What should be there; undefined to uninstall. */
  desired?: Payload;
  recorded?: Manifest;
  disk: Disk;
  /** Replace the user's files too, keeping a copy of each. */
  force: boolean;
}

/** Decides what to do about every file that is desired or recorded. Pure: the disk is only what `disk` says. */
export function planInstall({ desired, recorded, disk, force }: PlanInput): Plan {
  const wanted = new Map(desired?.files.map((file) => [file.path, file]));
  const known = new Map(recorded?.files.map((file) => [file.path, file]));
  const paths = [...new Set([...wanted.keys(), ...known.keys()])].sort();
  const steps = paths.map((path) => {
    const actual = disk.files.get(path) ?? { kind: 'absent' };
    return planFile(path, wanted.get(path), known.get(path), actual, force);
  });
  const operations = steps.map(({ operation }) => operation);
  const files = steps.flatMap(({ record }) => record ?? []);
  const installed = desired && files.length > 0;
  const needed = installed ? [MANIFEST_PATH, ...operations.flatMap(writtenPaths)] : [];
  const makeFolders = [...new Set(needed.flatMap(parents))].filter((folder) => !disk.folders.has(folder)).sort();
  const ours = [...new Set([...(recorded?.folders ?? []), ...makeFolders])].sort();
  const inUse = new Set(installed ? [MANIFEST_PATH, ...files.map(({ path }) => path)].flatMap(parents) : []);
  const removeFolders = ours.filter((folder) => !inUse.has(folder)).reverse();
  if (!installed) return { operations, makeFolders: [], removeFolders };
  const manifest: Manifest = {
    $schema: 'manifest/1',
    package: 'backend-system-architect',
    version: desired.version,
    files,
    folders: ours.filter((folder) => inUse.has(folder)),
  };
  return { operations, makeFolders, removeFolders, manifest };
}

interface Step {
  operation: Operation;
  /** What the manifest says of the file afterwards. */
  record?: ManifestFile;
}

function planFile(
  path: string,
  wanted: PayloadFile | undefined,
  known: ManifestFile | undefined,
  actual: Actual,
  force: boolean,
): Step {
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
): Step {
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
): Step {
  if (!known || actual.kind === 'absent') return { operation: { kind: 'forget', path, reason: 'already gone' } };
  if (known.preexisting) return { operation: { kind: 'forget', path, reason: 'it was there before' } };
  if (actual.sha256 !== known.sha256 && !force) {
    return { operation: { kind: 'keep', path, reason: 'you changed it, so it stays' } };
  }
  const restore = known.backup ? { restore: known.backup } : {};
  return { operation: { kind: 'remove', path, reason: known.backup ? 'your own file comes back' : '', ...restore } };
}

function writtenPaths(operation: Operation): string[] {
  if (operation.kind !== 'create' && operation.kind !== 'update') return [];
  return operation.backup ? [operation.path, operation.backup] : [operation.path];
}

function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
