import * as z from 'zod/mini';
import { decisionSchema } from './decisions.js';
import { completedTaskSchema } from './session-state.js';

/** `.claude/context/session/history/<id>.json`: a completed task that newer ones have put out of the state, as it stood there. */
export const pastTaskSchema = z.looseObject({
  $schema: z.literal('past-task/1'),
  task: completedTaskSchema,
  /** Those of its run under `agent_decisions`. */
  decisions: z.array(decisionSchema),
});

export type PastTask = z.infer<typeof pastTaskSchema>;
