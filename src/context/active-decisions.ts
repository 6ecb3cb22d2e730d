import { childPath } from '../child-path.js';
import type { FileKind } from './json-store.js';
import { migrateDecisions } from './migrate.js';
import type { Decisions } from './schemas/decisions.js';
import type { Outcome } from './schemas/outcome.js';
import { readDecisions } from './session-state.js';

export const decisionsKind: FileKind<Decisions> = {
  schema: 'decisions',
  migrate: migrateDecisions,
  empty: () => ({ $schema: 'decisions/1', decisions: [] }),
};

/** The decisions that hold, whoever made them. People edit this file too: a decision taken out no longer holds. */
export function decisionsFile(contextFolder: string): string {
  return childPath(contextFolder, 'knowledge', 'decisions', 'active.json');
}

/** Adds a run's decisions in place of those that the same run had given before. */
export function addDecisions(current: Decisions, outcome: Outcome): Decisions {
  const others = current.decisions.filter((decision) => decision.run !== outcome.run.id);
  return { ...current, decisions: [...others, ...readDecisions(outcome)] };
}
