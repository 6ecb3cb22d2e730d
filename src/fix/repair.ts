import type { Location, ValuePath } from '../definition/location.js';
import type { Diagnostic } from '../validate/diagnostic.js';
import type { FileAccess } from '../validate/file-access.js';
import type { SourceDocument } from './source-document.js';
import type { TextEdit } from './text-edit.js';

/** What a value of a document is to become; every other value stays as it is. */
export interface ValueChange {
  path: ValuePath;
  value: unknown;
}

/** What a fixer makes of some diagnostics of one file. */
export type Repair = { diagnostics: readonly Diagnostic[] } & (
  | { kind: 'document'; edits: readonly TextEdit[]; changes: readonly ValueChange[] }
  /** `file` is absolute; its content, its run bit or both change. */
  | { kind: 'script'; file: string; content?: Uint8Array; makeExecutable?: true }
  | { kind: 'refused'; reason: string }
);

/** The diagnostics of one rule for which one file has to change. */
export interface FixTask {
  /** Absolute path of the file that has to change. */
  file: string;
  diagnostics: readonly Diagnostic[];
  /** The document's text and values; undefined for a script. */
  document: SourceDocument | undefined;
  access: FileAccess;
}

/** Puts right what it can; a diagnostic that comes back in no repair is not fixed. */
export type Fixer = (task: FixTask) => Repair[];

/** The diagnostics that name a place. */
export function diagnosticsAt(diagnostics: readonly Diagnostic[], { line, column }: Location): Diagnostic[] {
  return diagnostics.filter(({ location }) => location.line === line && location.column === column);
}
