import type { Boundaries } from '../../src/boundaries/judge.js';
import { parseDefinitionBody } from '../../src/definition/parse-body.js';

/** Boundaries as a definition with these two lines says them. */
export function boundaries({ allowed, forbidden }: { allowed?: string; forbidden?: string }): Boundaries {
  const lines = [allowed && `- Allowed: ${allowed}`, forbidden && `- Forbidden: ${forbidden}`].filter(Boolean);
  const body = parseDefinitionBody(`---\nname: x\n---\n\n## Boundaries\n\n${lines.join('\n')}\n`);
  if (!body) throw new Error('the text was not parsed');
  return body;
}

/** The boundaries that the agent ships with, in short. */
export const SHIPPED = boundaries({
  allowed: 'backend/app/api/**, backend/app/services/**, backend/app/models/**, docs/postman/**',
  forbidden:
    'frontend/** (frontend-ui-developer), **/alembic/** (database-engineer), **/migrations/** (database-engineer), ' +
    'embedding generation (data-pipeline-engineer), workflow definitions (workflow-architect), ' +
    'direct LLM calls (llm-integrator)',
});
