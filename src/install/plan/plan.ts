import type { Answers } from '../../answers/answers.js';
import { CONTEXT_IGNORE } from '../../context/ignore.js';
import type { Change } from '../../transaction/change.js';
import { ABSENT, type Disk } from '../actual.js';
import { BASES_PATH, findBases } from '../bases.js';
import { type Entry, fileOf, SHARED_FILES } from '../entries/entry.js';
import { planEntries } from '../entries/plan-entries.js';
import { formatManifest, MANIFEST_PATH, type Manifest } from '../manifest.js';
import type { PayloadFile } from '../payload.js';
import { remove, writeNew, writeOver } from './changes.js';
import { planFolders } from './folders.js';
import type { Obstacle, Operation } from './operation.js';
import { planBases } from './plan-bases.js';
import { planFile } from './plan-file.js';
import { type Purge, planPurge } from './purge.js';

/** What should be there. */
export interface Desired {
  version: string;
  answers: Answers;
  files: readonly PayloadFile[];
  entries: readonly Entry[];
}

export interface PlanInput {
  /** Undefined to uninstall. */
  desired?: Desired | undefined;
  recorded?: Manifest | undefined;
  disk: Disk;
  /** Replace the user's files too, keeping a copy of each. */
  force: boolean;
  /** What the hooks wrote goes, too. */
  purge?: Purge | undefined;
}

export interface Plan {
  operations: Operation[];
  /** A conflict stands in the way of all of it: nothing may be carried out. */
  stopped: boolean;
  obstacles: Obstacle[];
  /** Everything that is done to the disk, in this order. */
  changes: Change[];
}

/** Decides about everything that is desired or recorded. Pure: the disk is only what `disk` says. */
export function planInstall({ desired, recorded, disk, force, purge }: PlanInput): Plan {
  const at = (path: string) => disk.files.get(path) ?? ABSENT;
  const bases = findBases(disk);
  const wanted = new Map(desired?.files.map((file) => [file.path, file]));
  const known = new Map(recorded?.files.map((file) => [file.path, file]));
  const paths = [...new Set([...wanted.keys(), ...known.keys()])].sort();
  const steps = paths.map((path) => {
    // An install takes nothing away that somebody edited: only where ours takes its place there is a copy of it.
    const takes = force && (desired === undefined || wanted.has(path));
    return planFile({ path, wanted: wanted.get(path), known: known.get(path), at, bases, force: takes });
  });
  const shared = SHARED_FILES.map((file) =>
    planEntries({
      file,
      desired: desired?.entries.filter((entry) => fileOf(entry) === file) ?? [],
      recorded: recorded?.entries.filter((entry) => fileOf(entry) === file) ?? [],
      actual: disk.shared[file],
      force,
      uninstalls: desired === undefined,
    }),
  );
  const ours = steps.flatMap(({ operations }) => operations);
  const files = desired || purge ? ours : keepIgnoring(ours, disk);
  const purging = purge ? planPurge(purge, ours, at) : [];
  const registering = shared.flatMap(({ operations }) => operations);
  // A hook is registered once its script is there, and taken out before that goes.
  const operations = desired ? [...files, ...registering] : [...registering, ...files, ...purging];
  const records = steps.flatMap(({ record }) => record ?? []);
  const entries = shared.flatMap((plan) => plan.entries);
  const isInstalled = desired !== undefined && records.length + entries.length > 0;
  const keeping = planBases({
    records: isInstalled ? records : [],
    recorded: recorded?.files ?? [],
    wanted: desired?.files ?? [],
    bases,
    actual: at(BASES_PATH),
  });
  const writes = operations.flatMap(({ changes }) => changes);
  const made = [...(recorded?.folders ?? []), ...(purge?.folders ?? [])];
  const folders = planFolders({ writes, records, recorded: made, existing: disk.folders, isInstalled });
  const manifest = isInstalled
    ? {
        $schema: 'manifest/1' as const,
        package: 'backend-system-architect' as const,
        version: desired.version,
        answers: desired.answers,
        files: records,
        entries,
        folders: folders.ours,
      }
    : undefined;
  return {
    operations,
    stopped: shared.some(({ stopped }) => stopped),
    obstacles: [...steps, ...shared].flatMap(({ obstacle }) => obstacle ?? []),
    changes: [...folders.make, ...writes, ...keeping, ...manifestChange(disk, manifest), ...folders.remove],
  };
}

function manifestChange(disk: Disk, manifest: Manifest | undefined): Change[] {
  const actual = disk.files.get(MANIFEST_PATH) ?? ABSENT;
  if (!manifest) return actual.kind === 'file' ? [remove(MANIFEST_PATH, actual.content)] : [];
  const content = Buffer.from(formatManifest(manifest));
  if (actual.kind !== 'file') return [writeNew(MANIFEST_PATH, content, false)];
  return actual.content.equals(content) ? [] : [writeOver(MANIFEST_PATH, actual, content, false)];
}

/** What stays in the context is not to turn up in version control all at once. */
function keepIgnoring(operations: readonly Operation[], disk: Disk): Operation[] {
  const isNeeded = ['session', 'handoffs'].some((name) => disk.folders.has(`.claude/context/${name}`));
  return operations.map((operation) =>
    isNeeded && operation.path === CONTEXT_IGNORE.path && operation.kind === 'remove'
      ? { ...operation, kind: 'forget', reason: 'it keeps out of git what stays beside it', changes: [] }
      : operation,
  );
}
