import type { Disk } from './actual.js';
import { findBases } from './bases.js';
import type { Manifest } from './manifest.js';
import type { Plan } from './plan/plan.js';

/** A file before and after; undefined where there is none. */
export interface Edit {
  path: string;
  before: Buffer | undefined;
  after: Buffer | undefined;
}

export interface Edits {
  edits: Edit[];
  /** What cannot be shown as a change of a text, with the reason. */
  others: { path: string; reason: string }[];
}

/** What became of the installed files: from what was installed to what is there. */
export function listUserEdits({ operations }: Plan, recorded: Manifest, disk: Disk): Edits {
  const drifted = operations.filter(({ drift }) => drift !== undefined);
  const bases = findBases(disk);
  const result: Edits = { edits: [], others: [] };
  for (const { path, reason, drift } of drifted) {
    const record = recorded.files.find((file) => file.path === path);
    const before = record?.sha256 && record.base ? bases.find(record.sha256) : undefined;
    const actual = disk.files.get(path);
    if (!before || drift === 'damaged' || actual?.kind === 'link') result.others.push({ path, reason });
    else result.edits.push({ path, before, after: actual?.kind === 'file' ? actual.content : undefined });
  }
  return result;
}

/** What the plan of an upgrade would change: from what is there to what will be. */
export function listPlannedEdits({ operations }: Plan, disk: Disk): Edits {
  const edits = operations.flatMap(({ changes }) =>
    changes.flatMap((change): Edit[] => {
      if (change.kind !== 'write' && change.kind !== 'remove') return [];
      const after = change.kind === 'write' ? change.content : undefined;
      return [{ path: change.path, before: contentAt(disk, change.path), after }];
    }),
  );
  const conflicts = operations.filter(({ kind }) => kind === 'conflict');
  return { edits, others: conflicts.map(({ path, reason }) => ({ path, reason })) };
}

function contentAt({ files, shared }: Disk, path: string): Buffer | undefined {
  const actual = files.get(path);
  if (actual?.kind === 'file') return actual.content;
  const other = path in shared ? shared[path as keyof typeof shared] : undefined;
  return other?.kind === 'text' ? Buffer.from(other.text) : undefined;
}
