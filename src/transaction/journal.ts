import { lstatSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { UsageError } from '../errors.js';
import { removeFile, writeNew } from './files.js';
import { transactionFolder } from './pending.js';
import type { Root } from './root.js';

/** What a transaction is about to do, as the next run finds it after a kill. */
export interface Journal {
  $schema: 'journal/1';
  /** Names what belongs to this transaction. */
  id: string;
  /** The command, in a word. */
  label: 'install' | 'uninstall';
  /** Before `committed` nothing has been touched that was there; `undoing` follows a failure after it. */
  phase: 'staging' | 'committed' | 'undoing';
  steps: Step[];
}

/** A change of a path; what a file holds before and after it by the SHA-256 of that. */
export type Step =
  | { kind: 'make-folder' | 'remove-folder'; path: string }
  | { kind: 'write'; path: string; before?: string | undefined; after: string }
  | { kind: 'remove'; path: string; before: string };

/** Made where there is one to read, which there seldom is. */
function journalSchema(): z.ZodMiniType<Journal> {
  const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
  /** Only what an installation may touch: a journal could come with a repository. */
  const target = z.string().check(
    z.regex(/^(\.claude|\.claude\/[^\\\0]+|\.mcp\.json)$/),
    z.refine((value) => !value.split('/').some((part) => part === '' || part === '.' || part === '..')),
  );
  const step = z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['make-folder', 'remove-folder']), path: target }),
    z.object({ kind: z.literal('write'), path: target, before: z.optional(sha256), after: sha256 }),
    z.object({ kind: z.literal('remove'), path: target, before: sha256 }),
  ]);
  return z.object({
    $schema: z.literal('journal/1'),
    id: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
    label: z.enum(['install', 'uninstall']),
    phase: z.enum(['staging', 'committed', 'undoing']),
    steps: z.array(step),
  });
}

function journalFile(root: Root): string {
  return path.join(transactionFolder(root), 'journal.json');
}

export function writeJournal(root: Root, journal: Journal): void {
  const file = journalFile(root);
  const content = Buffer.from(`${JSON.stringify(journal)}\n`);
  removeFile(`${file}.new`);
  writeNew(`${file}.new`, content, { bits: 0o644, exact: false }, { durable: true });
  renameSync(`${file}.new`, file);
}

/**
 * The journal of a transaction that is not over; what was cut off before it was written whole is none.
 *
 * @throws {UsageError} when there is one that this version did not write
 */
export function readJournal(root: Root): Journal | undefined {
  const file = journalFile(root);
  removeFile(`${file}.new`);
  if (!lstatSync(file, { throwIfNoEntry: false })) return undefined;
  try {
    const result = journalSchema().safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (result.success) return result.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(
    `${file} is not a journal that this version writes.`,
    `Finish with the version that was interrupted, or delete ${transactionFolder(root)} and install again.`,
  );
}

export function removeJournal(root: Root): void {
  removeFile(`${journalFile(root)}.new`);
  removeFile(journalFile(root));
}
