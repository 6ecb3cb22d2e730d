/** What a path holds before a change, by the SHA-256 of its content; undefined for nothing. */
export type Before = string | undefined;

/**
 * One change of the disk. Paths are relative to the root of the transaction, with forward slashes. The mode of a file is
 * subject to the umask unless it is `exact`. A folder is removed only where it is empty by then.
 */
export type Change =
  | { kind: 'make-folder'; path: string }
  | { kind: 'write'; path: string; content: Buffer; mode: { bits: number; exact: boolean }; before: Before }
  | { kind: 'remove'; path: string; before: string }
  | { kind: 'remove-folder'; path: string };
