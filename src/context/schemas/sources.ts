import { decisionsSchema } from './decisions.js';
import { handoffSchema } from './handoff.js';
import { outcomeSchema } from './outcome.js';
import { pastTaskSchema } from './past-task.js';
import { sessionStateSchema } from './session-state.js';

/**
 * The schemas by the names under which `json-schemas.json` holds them. The hooks read that file, as zod alone would take
 * longer to load than all they do; `npm run schemas` writes it anew, and a test fails when it is stale.
 */
export const SCHEMA_SOURCES = {
  decisions: decisionsSchema,
  handoff: handoffSchema,
  outcome: outcomeSchema,
  'past-task': pastTaskSchema,
  'session-state': sessionStateSchema,
};
