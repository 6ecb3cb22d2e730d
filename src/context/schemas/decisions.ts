import * as z from 'zod/mini';

/** A decision that holds; `run` is empty in files of other origin. */
export const decisionSchema = z.looseObject({
  agent: z.string(),
  run: z.string(),
  at: z.string(),
  decision: z.string(),
  reason: z.optional(z.string()),
});

/** `.claude/context/knowledge/decisions/active.json`. Keys that are not ours are kept as they are. */
export const decisionsSchema = z.looseObject({
  $schema: z.literal('decisions/1'),
  decisions: z.array(decisionSchema),
});

export type Decision = z.infer<typeof decisionSchema>;
export type Decisions = z.infer<typeof decisionsSchema>;
