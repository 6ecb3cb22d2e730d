import * as z from 'zod/mini';

/**
 * The files below `.claude/context`, each with its version in `$schema`. Keys that are not ours are kept as they are.
 * Times are ISO 8601 in UTC.
 */
const text = z.string();
const record = z.record(z.string(), z.unknown());

export const decisionSchema = z.looseObject({
  agent: text,
  /** The run that made it; empty in files of other origin. */
  run: text,
  at: text,
  decision: text,
  reason: z.optional(text),
});

export const completedTaskSchema = z.looseObject({
  run: text,
  agent: text,
  at: text,
  feature: z.unknown(),
  report: record,
  tool_calls: z.optional(
    z.looseObject({
      count: z.number(),
      /** False when the transcript was longer than what is read: there were at least this many. */
      complete: z.boolean(),
      /** The smallest budget that the run kept; null when it kept none. */
      budget: z.nullable(text),
    }),
  ),
  /** Files that were changed during the run although the definition's Boundaries exclude them. */
  outside_boundaries: z.optional(z.array(text)),
});

export const pendingTaskSchema = z.looseObject({ run: text, agent: text, at: text, blockers: z.array(text) });

export const sessionStateSchema = z.looseObject({
  $schema: z.literal('session-state/1'),
  agent_decisions: z.record(z.string(), z.array(decisionSchema)),
  tasks_completed: z.array(completedTaskSchema),
  tasks_pending: z.array(pendingTaskSchema),
});

export const decisionsSchema = z.looseObject({
  $schema: z.literal('decisions/1'),
  decisions: z.array(decisionSchema),
});

export const handoffSchema = z.looseObject({
  $schema: z.literal('handoff/1'),
  id: text,
  from: text,
  to: text,
  purpose: text,
  run: text,
  created_at: text,
  status: z.enum(['pending', 'closed']),
  closed_at: z.optional(text),
  feature: z.unknown(),
  /** The keys of the report that the definition hands over, or the whole report. */
  payload: record,
});

const runSchema = z.object({ id: text, agent: text, at: text });
const taskRecordSchema = z.pick(completedTaskSchema, { tool_calls: true, outside_boundaries: true });

/** What a finished run leaves in the inbox until it is in the session state. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed'), run: runSchema, record: taskRecordSchema, report: record }),
  z.object({ kind: z.literal('pending'), run: runSchema, record: taskRecordSchema, blockers: z.array(text) }),
]);

/** Who did the work, in which run, and when. */
export type Run = z.infer<typeof runSchema>;
/** What is known of a task besides its report. */
export type TaskRecord = z.infer<typeof taskRecordSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type CompletedTask = z.infer<typeof completedTaskSchema>;
export type PendingTask = z.infer<typeof pendingTaskSchema>;
export type SessionState = z.infer<typeof sessionStateSchema>;
export type Decisions = z.infer<typeof decisionsSchema>;
export type Handoff = z.infer<typeof handoffSchema>;
