import * as z from 'zod/mini';
import { answersSchema } from '../answers/answers-schema.js';
import type { Manifest } from './manifest.js';
import { RELATIVE_PATH, SHA256 } from './manifest-checks.js';

/** The schema of a manifest; made where it is needed, as most manifests are told without it (`usual-manifest.ts`). */
export function manifestSchema(): z.ZodMiniType<Manifest> {
  const relativePath = z.string().check(z.regex(RELATIVE_PATH));
  const sha256 = z.string().check(z.regex(SHA256));
  const file = z.object({
    path: relativePath,
    sha256: z.optional(sha256),
    base: z.optional(z.literal(true)),
    preexisting: z.optional(z.literal(true)),
    backup: z.optional(relativePath),
    beside: z.optional(z.object({ path: relativePath, sha256 })),
  });
  const made = z.array(z.enum(['file', 'content', 'key', 'list']));
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
      position: z.int().check(z.nonnegative()),
      made,
    }),
    z.object({
      kind: z.literal('server'),
      name: z.string(),
      server: z.object({
        command: z.string(),
        args: z.array(z.string()),
        env: z.optional(z.record(z.string(), z.string())),
      }),
      made,
    }),
  ]);
  return z.object({
    $schema: z.literal('manifest/1'),
    package: z.literal('backend-system-architect'),
    version: z.string(),
    answers: answersSchema(),
    files: z.array(file),
    entries: z.array(entry),
    folders: z.array(z.union([z.literal('.claude'), relativePath])),
  });
}
