import * as z from 'zod/mini';
import type { Answers } from './answers.js';
import { isAppFolder, isBackendRoot } from './backend-folder.js';

/** The schema of answers as a manifest holds them. */
export function answersSchema(): z.ZodMiniType<Answers> {
  const names = z.union([z.literal('all'), z.array(z.string().check(z.minLength(1)))]);
  return z.object({
    scope: z.enum(['project', 'user']),
    backend: z.object({
      root: z.string().check(z.refine(isBackendRoot)),
      app: z.string().check(z.refine(isAppFolder)),
    }),
    skills: names,
    router: z.boolean(),
    mcp: names,
    // Installations of before this was an answer have the shell.
    hookStarter: z._default(z.enum(['sh', 'node']), 'sh'),
  });
}
