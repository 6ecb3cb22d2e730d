import * as z from 'zod/mini';
import { decisionSchema } from './decisions.js';

/** What is known of a task besides its report. */
export const taskRecordFields = {
  tool_calls: z.optional(
    z.looseObject({
      count: z.number(),
      /** False when the transcript was longer than what is read: there were at least this many. */
      complete: z.boolean(),
      /** The smallest budget that the run kept; null when it kept none. */
      budget: z.nullable(z.string()),
    }),
  ),
  /** Files that were changed during the run although the definition's Boundaries exclude them. */
  outside_boundaries: z.optional(z.array(z.string())),
};

const origin = { run: z.string(), agent: z.string(), at: z.string() };

export const completedTaskSchema = z.looseObject({
  ...origin,
  feature: z.unknown(),
  ...taskRecordFields,
  report: z.record(z.string(), z.unknown()),
});

const pendingTaskSchema = z.looseObject({ ...origin, blockers: z.array(z.string()), ...taskRecordFields });

/** `.claude/context/session/state.json`. Keys that are not ours are kept as they are; times are ISO 8601 in UTC. */
export const sessionStateSchema = z.looseObject({
  $schema: z.literal('session-state/1'),
  agent_decisions: z.record(z.string(), z.array(decisionSchema)),
  tasks_completed: z.array(completedTaskSchema),
  tasks_pending: z.array(pendingTaskSchema),
});

export type SessionState = z.infer<typeof sessionStateSchema>;
