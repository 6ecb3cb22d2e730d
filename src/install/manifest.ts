import * as z from 'zod/mini';
import { answersSchema } from '../answers/answers.js';
import { UsageError } from '../errors.js';

/** Where an installation is recorded, relative to the repository. */
export const STORE = '.claude/backend-system-architect';
export const MANIFEST_PATH = `${STORE}/manifest.json`;
/** Copies of the user's files that were replaced because he said so. */
export const BACKUPS = `${STORE}/backup`;

/** Below `.claude`, with slashes, and with no part that is empty or leads up. */
const relativePath = z.string().check(z.regex(/^\.claude(?:\/(?!\.\.(?:\/|$))[^/\\]+)+$/));
const base64 = z.string().check(z.refine(isBase64));
// To hold so long a text against a pattern takes a hundred times as long; the schema for editors has one.
z.globalRegistry.add(base64, { pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' });
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file as it was installed. */
const file = z.object({
  path: relativePath,
  /** Of the content that was installed; none where a file of the user was in the way from the start. */
  sha256: z.optional(sha256),
  /** The content, packed, where a merge will need it. */
  base: z.optional(base64),
  /** The file stood there before, byte for byte: it is the user's, and uninstall leaves it. */
  preexisting: z.optional(z.literal(true)),
  /** Where the user's file that was replaced is kept, relative to the repository. */
  backup: z.optional(relativePath),
  /** Our version, put beside a file of the user that it could not be merged with. */
  beside: z.optional(z.object({ path: relativePath, sha256 })),
});

/** What was not there before an entry was added: the file, its content, the outer key, the list in it. */
const made = z.enum(['file', 'content', 'key', 'list']);

const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hook'),
    event: z.string(),
    matcher: z.optional(z.string()),
    hook: z.object({
      type: z.literal('command'),
      command: z.string(),
      args: z.optional(z.array(z.string())),
      timeout: z.number(),
    }),
    /** The place of its group in the event's list when it was added. */
    position: z.int().check(z.nonnegative()),
    made: z.array(made),
  }),
  z.object({
    kind: z.literal('server'),
    name: z.string(),
    server: z.object({
      command: z.string(),
      args: z.array(z.string()),
      env: z.optional(z.record(z.string(), z.string())),
    }),
    made: z.array(made),
  }),
]);

export const manifestSchema = z.object({
  $schema: z.literal('manifest/1'),
  package: z.literal('backend-system-architect'),
  version: z.string(),
  answers: answersSchema,
  files: z.array(file),
  /** Entries of ours in files that are not. */
  entries: z.array(entry),
  /** Folders that the installation made, to be removed when they are empty. */
  folders: z.array(z.union([z.literal('.claude'), relativePath])),
});

/** What was installed, and how to tell whether anyone changed it since. */
export type Manifest = z.infer<typeof manifestSchema>;
export type RecordedFile = Manifest['files'][number];
export type RecordedEntry = Manifest['entries'][number];
export type Made = z.infer<typeof made>;

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
  const result = manifestSchema.safeParse(data);
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

/** Always in the order of the schema: what is the same is the same text. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`;
}

/** Whether every letter counts: what is none of base64 the decoder leaves out, and takes those of its form for addresses. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return false;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  return Buffer.from(text, 'base64').length === (text.length / 4) * 3 - padding;
}
