import type { Answers } from '../answers/answers.js';
import { UsageError } from '../errors.js';
import type { HookEntry, ServerEntry } from './entries/entry.js';
import { manifestSchema } from './manifest-schema.js';
import { isUsualManifest } from './usual-manifest.js';

/** Where an installation is recorded, relative to the repository. */
export const STORE = '.claude/backend-system-architect';
export const MANIFEST_PATH = `${STORE}/manifest.json`;
/** Copies of the user's files that were replaced because he said so. */
export const BACKUPS = `${STORE}/backup`;

/** What was installed, and how to tell whether anyone changed it since. */
export interface Manifest {
  $schema: 'manifest/1';
  package: 'backend-system-architect';
  version: string;
  answers: Answers;
  files: RecordedFile[];
  /** Entries of ours in files that are not. */
  entries: RecordedEntry[];
  /** Folders that the installation made, to be removed when they are empty. */
  folders: string[];
}

/** A file as it was installed. */
export interface RecordedFile {
  path: string;
  /** Of the content that was installed; none where a file of the user was in the way from the start. */
  sha256?: string | undefined;
  /** The content is among the bases, for a merge. */
  base?: true | undefined;
  /** The file stood there before, byte for byte: it is the user's, and uninstall leaves it. */
  preexisting?: true | undefined;
  /** Where the user's file that was replaced is kept, relative to the repository. */
  backup?: string | undefined;
  /** Our version, put beside a file of the user that it could not be merged with. */
  beside?: { path: string; sha256: string } | undefined;
}

/** What was not there before an entry was added: the file, its content, the outer key, the list in it. */
export type Made = 'file' | 'content' | 'key' | 'list';

/** An entry as it was added; of a hook also the place of its group in the event's list. */
export type RecordedEntry = (HookEntry & { position: number; made: Made[] }) | (ServerEntry & { made: Made[] });

/** The last one that was read: a command reads it again before it writes, and mostly it is the same. */
let last: { text: string; manifest: Manifest } | undefined;

/** @throws {UsageError} when the text is not a manifest: it is never taken for an empty one */
export function parseManifest(text: string): Manifest {
  if (last?.text !== text) last = { text, manifest: readText(text) };
  return last.manifest;
}

function readText(text: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  if (isUsualManifest(data)) return data;
  const result = manifestSchema().safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unreadable(`"${issue?.path.join('.')}" is not what this version writes`);
}

function unreadable(reason: string): UsageError {
  return new UsageError(
    `${MANIFEST_PATH} cannot be read: ${reason}.`,
    'Restore it from version control, or delete it and install again; files that differ will then be conflicts.',
  );
}

/** Every key in the order in which it is written, wherever it stands. */
const KEYS = [
  ...['$schema', 'package', 'version', 'answers', 'files', 'entries', 'folders'],
  ...['scope', 'backend', 'root', 'app', 'skills', 'router', 'mcp', 'hookStarter'],
  ...['path', 'sha256', 'base', 'preexisting', 'backup', 'beside'],
  ...['kind', 'event', 'matcher', 'hook', 'name', 'server', 'type', 'command', 'args', 'timeout', 'env'],
  ...['position', 'made'],
];

/** Always in the same order: what is the same is the same text. */
export function formatManifest(manifest: Manifest): string {
  const variables = manifest.entries.flatMap((entry) =>
    entry.kind === 'server' ? Object.keys(entry.server.env ?? {}) : [],
  );
  return `${JSON.stringify(manifest, [...KEYS, ...variables], 2)}\n`;
}
