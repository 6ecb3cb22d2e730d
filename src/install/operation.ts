import type { PayloadFile } from './payload.js';

/** What lies at a path now. A `blocked` path is a folder, or lies below a file. */
export type Actual =
  | { kind: 'absent' }
  | { kind: 'file'; sha256: string; executable: boolean }
  | { kind: 'blocked'; by: string };

/** What lies at the path of the client's settings. */
export type ActualSettings = { kind: 'absent' } | { kind: 'text'; text: string } | { kind: 'unusable'; reason: string };

/** The state of the disk, as far as a plan depends on it. */
export interface Disk {
  files: ReadonlyMap<string, Actual>;
  folders: ReadonlySet<string>;
  settings: ActualSettings;
}

/**
 * One step of a plan. A `create` and an `update` write `file` at `path`; `backup` first moves what is there, `restore`
 * puts it back. A `merge` makes `text` of a file that is the user's and says `before`. A `keep` and a `conflict` touch
 * nothing.
 */
export type Operation = { path: string; reason: string } & (
  | { kind: 'create' | 'update'; file: Pick<PayloadFile, 'content' | 'executable'>; backup?: string }
  | { kind: 'merge'; before: string; text: string }
  | { kind: 'unchanged' | 'keep' | 'conflict' | 'forget' }
  | { kind: 'remove'; restore?: string }
);
