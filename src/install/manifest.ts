import * as z from 'zod';
import { UsageError } from '../errors.js';
import { SETTINGS_PATH } from './session-hooks.js';

/** Where an installation is recorded, relative to the repository. */
export const STORE = '.claude/backend-system-architect';
export const MANIFEST_PATH = `${STORE}/manifest.json`;

const relativePath = z
  .string()
  .regex(/^\.claude\//)
  .refine((value) => !value.includes('\\') && !value.split('/').some((part) => part === '' || part === '..'));

/**
 * An entry in a file that is not ours. What it `made` was not there before: the file, its content, the key `hooks`, the
 * event's list. `position` is the place of its group in that list when it was added.
 */
const registration = z.object({
  file: z.literal(SETTINGS_PATH),
  event: z.string(),
  matcher: z.string().optional(),
  hook: z.object({ type: z.literal('command'), command: z.string(), timeout: z.number() }),
  position: z.int().nonnegative(),
  made: z.array(z.enum(['file', 'content', 'hooks', 'event'])),
});

const manifestSchema = z.object({
  $schema: z.literal('manifest/1'),
  package: z.literal('backend-system-architect'),
  version: z.string(),
  files: z.array(
    z.object({
      path: relativePath,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** The file stood there before, byte for byte: it is the user's, and uninstall leaves it. */
      preexisting: z.literal(true).optional(),
      /** Where the user's file that `--force` replaced is kept, relative to the repository. */
      backup: relativePath.optional(),
    }),
  ),
  /** Entries of ours in files that are not; older versions had none. */
  registrations: z.array(registration).default([]),
  /** Folders that the installation made, to be removed when they are empty. */
  folders: z.array(z.union([z.literal('.claude'), relativePath])),
});

/** What was installed, and how to tell whether anyone changed it since. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];
export type Registration = z.infer<typeof registration>;
export type Made = Registration['made'][number];

/** @throws {UsageError} when the text is not a manifest: it is never taken for an empty one */
export function parseManifest(text: string): Manifest {
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

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
