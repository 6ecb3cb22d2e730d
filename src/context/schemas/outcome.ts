import * as z from 'zod/mini';
import { taskRecordFields } from './session-state.js';

const run = z.object({ id: z.string(), agent: z.string(), at: z.string() });
const record = z.object(taskRecordFields);

/** What a finished run leaves in the inbox until it is in the session state. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed'), run, record, report: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('pending'), run, record, blockers: z.array(z.string()) }),
]);

/** Who did the work, in which run, and when. */
export type Run = z.infer<typeof run>;
export type TaskRecord = z.infer<typeof record>;
export type Outcome = z.infer<typeof outcomeSchema>;
