import { MANIFEST_PATH, type Manifest } from './manifest.js';
import type { Disk, Operation } from './operation.js';
import type { Payload } from './payload.js';
import { planFile } from './plan-file.js';
import { planRegistrations } from './plan-registrations.js';

export interface Plan {
  operations: Operation[];
  /** A conflict stands in the way of all of it: nothing may be carried out. */
  stopped: boolean;
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

/** Decides what to do about everything that is desired or recorded. Pure: the disk is only what `disk` says. */
export function planInstall({ desired, recorded, disk, force }: PlanInput): Plan {
  const wanted = new Map(desired?.files.map((file) => [file.path, file]));
  const known = new Map(recorded?.files.map((file) => [file.path, file]));
  const paths = [...new Set([...wanted.keys(), ...known.keys()])].sort();
  const steps = paths.map((path) => {
    const actual = disk.files.get(path) ?? { kind: 'absent' };
    return planFile(path, wanted.get(path), known.get(path), actual, force);
  });
  const registering = planRegistrations({
    desired: desired?.sessionHooks ?? [],
    recorded: recorded?.registrations ?? [],
    settings: disk.settings,
    force,
  });
  const fileOperations = steps.map(({ operation }) => operation);
  // A hook is registered once its script is there, and taken out before that goes.
  const operations = desired
    ? [...fileOperations, ...registering.operations]
    : [...registering.operations, ...fileOperations];
  const { stopped, registrations } = registering;
  const files = steps.flatMap(({ record }) => record ?? []);
  const installed = desired && files.length + registrations.length > 0;
  const needed = installed ? [MANIFEST_PATH, ...operations.flatMap(writtenPaths)] : [];
  const makeFolders = [...new Set(needed.flatMap(parents))].filter((folder) => !disk.folders.has(folder)).sort();
  const ours = [...new Set([...(recorded?.folders ?? []), ...makeFolders])].sort();
  const inUse = new Set(installed ? [MANIFEST_PATH, ...files.map(({ path }) => path)].flatMap(parents) : []);
  const removeFolders = ours.filter((folder) => !inUse.has(folder)).reverse();
  if (!installed) return { operations, stopped, makeFolders: [], removeFolders };
  const manifest: Manifest = {
    $schema: 'manifest/1',
    package: 'backend-system-architect',
    version: desired.version,
    files,
    registrations,
    folders: ours.filter((folder) => inUse.has(folder)),
  };
  return { operations, stopped, makeFolders, removeFolders, manifest };
}

function writtenPaths(operation: Operation): string[] {
  if (operation.kind !== 'create' && operation.kind !== 'update') return [];
  return operation.backup ? [operation.path, operation.backup] : [operation.path];
}

function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
