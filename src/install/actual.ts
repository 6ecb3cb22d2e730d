import type { SharedFile } from './entries/entry.js';

/** What lies at a path now. A `blocked` path cannot hold a file: a folder is there, or a file where a folder must be. */
export type Actual =
  | { kind: 'absent' }
  /** `mode` are the permission bits. */
  | { kind: 'file'; content: Buffer; mode: number }
  | { kind: 'link' }
  | { kind: 'blocked'; by: string; help: string };

/** A file that is the user's, and holds entries of ours. */
export type ActualShared =
  | { kind: 'absent' }
  | { kind: 'text'; text: string; mode: number }
  /** Its content cannot be worked on. */
  | { kind: 'unusable'; reason: string }
  | { kind: 'blocked'; by: string; help: string };

/** The state of the disk, as far as a plan depends on it; what is not in `files` is absent. */
export interface Disk {
  files: ReadonlyMap<string, Actual>;
  /** The folders that exist. */
  folders: ReadonlySet<string>;
  shared: Readonly<Record<SharedFile, ActualShared>>;
}

export const ABSENT: Actual = { kind: 'absent' };
