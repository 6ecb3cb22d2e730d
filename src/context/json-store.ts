import { readFileSync, renameSync } from 'node:fs';
import { isDigit } from '../characters.js';
import { writeAtomically } from './atomic-write.js';
import { findMisfit, type JsonSchema } from './check-schema.js';
import schemas from './schemas/json-schemas.json' with { type: 'json' };

/** How one kind of file is read: the name of its schema, and the way from older shapes where there are any. */
export interface ReadableKind {
  schema: keyof typeof schemas;
  migrate?(data: unknown): unknown;
}

/** A kind of file that is also rewritten, and what an absent one stands for. */
export interface FileKind<Data> extends ReadableKind {
  empty(): Data;
}

export type ReadResult<Data> =
  | { kind: 'read'; data: Data }
  | { kind: 'absent' }
  /** Written by a later version of this package, which is not ours to change. */
  | { kind: 'newer'; version: string }
  | { kind: 'unreadable'; reason: string };

export function readJson<Data>(file: string, { schema, migrate }: ReadableKind): ReadResult<Data> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
  const version = laterVersion(data);
  if (version) return { kind: 'newer', version };
  const migrated = migrate ? migrate(data) : data;
  const misfit = findMisfit(schemas[schema] as JsonSchema, migrated);
  return misfit === undefined
    ? { kind: 'read', data: migrated as Data }
    : { kind: 'unreadable', reason: `unexpected value at "${misfit}"` };
}

/**
 * Reads, changes and writes a file; the caller holds the lock. One that `change` gives back as it is stays as it is, and one that
 * cannot be read is kept under a dated name.
 *
 * @returns a sentence for the user when that happened
 * @throws {Error} when a later version wrote the file; nothing is changed then
 */
export function rewriteJson<Data>(
  file: string,
  kind: FileKind<Data>,
  change: (data: Data) => Data,
): string | undefined {
  const result = readJson<Data>(file, kind);
  if (result.kind === 'newer') throw new Error(`${file} was written by a later version (${result.version})`);
  const data = change(result.kind === 'read' ? result.data : kind.empty());
  if (result.kind === 'read' && data === result.data) return undefined;
  const note =
    result.kind === 'unreadable'
      ? `${file} could not be read (${result.reason}) and was kept as ${keepAside(file)}`
      : undefined;
  writeAtomically(file, `${JSON.stringify(data, null, 2)}\n`);
  return note;
}

/** Moves a file out of the way, under a dated name that nothing else has. */
export function keepAside(file: string): string {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const aside = `${file.replace(/\.json$/, '')}.unreadable-${stamp}.json`;
  renameSync(file, aside);
  return aside;
}

const VERSIONED = ['session-state', 'decisions', 'handoff', 'past-task'];

function laterVersion(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('$schema' in data)) return undefined;
  const name = String(data.$schema);
  const slash = name.indexOf('/');
  const version = name.slice(slash + 1);
  const isLater = version !== '1' && VERSIONED.includes(name.slice(0, slash)) && [...version].every(isDigit);
  return isLater && Number(version) > 1 ? name : undefined;
}
