import type * as z from 'zod/mini';
import { decisionsSchema } from '../context/schemas/decisions.js';
import { handoffSchema } from '../context/schemas/handoff.js';
import { outcomeSchema } from '../context/schemas/outcome.js';
import { pastTaskSchema } from '../context/schemas/past-task.js';
import { sessionStateSchema } from '../context/schemas/session-state.js';
import { manifestSchema } from '../install/manifest-schema.js';
import { configSchema } from '../validate/config/config-schema.js';
import { agentFrontmatter } from './agent-frontmatter.js';

interface PublishedSchema {
  title: string;
  source: z.ZodMiniType;
}

/**
 * The schemas that the package ships as `schemas/<name>.schema.json`, and `schema <name>` prints: `npm run schemas` writes them.
 * That of the report is not among these sources, because it is derived from the definition: see `report-schema.ts`.
 */
export const PUBLISHED_SCHEMAS: Record<string, PublishedSchema> = {
  'agent-frontmatter': { title: 'The frontmatter of a Claude Code agent', source: agentFrontmatter },
  config: { title: 'backend-system-architect.config.json: what the validator counts', source: configSchema },
  decisions: {
    title: '.claude/context/knowledge/decisions/active.json: the decisions that hold',
    source: decisionsSchema,
  },
  handoff: { title: '.claude/context/handoffs/<id>.json: work that an agent left to another', source: handoffSchema },
  manifest: { title: '.claude/backend-system-architect/manifest.json: what was installed', source: manifestSchema() },
  outcome: { title: '.claude/context/session/inbox/<id>.json: what a run left', source: outcomeSchema },
  'past-task': {
    title: '.claude/context/session/history/<id>.json: a completed task that newer ones have put out of the state',
    source: pastTaskSchema,
  },
  'session-state': { title: '.claude/context/session/state.json: what the runs did', source: sessionStateSchema },
};
