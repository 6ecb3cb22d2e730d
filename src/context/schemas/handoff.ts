import * as z from 'zod/mini';

/** `.claude/context/handoffs/<id>.json`: work that one agent leaves to another. */
export const handoffSchema = z.looseObject({
  $schema: z.literal('handoff/1'),
  id: z.string(),
  from: z.string(),
  to: z.string(),
  purpose: z.string(),
  run: z.string(),
  created_at: z.string(),
  status: z.enum(['pending', 'closed']),
  closed_at: z.optional(z.string()),
  feature: z.unknown(),
  /** The keys of the report that are handed over, or the whole report. */
  payload: z.record(z.string(), z.unknown()),
});

export type Handoff = z.infer<typeof handoffSchema>;
