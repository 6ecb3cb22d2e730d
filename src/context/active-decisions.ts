import { childPath } from '../child-path.js';
import type { FileKind } from './json-store.js';
import { migrateDecisions } from './migrate.js';
import type { Decision, Decisions } from './schemas/decisions.js';
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

/**
 * Adds a run's decisions in place of those that the same run had given before. What an agent states again, word for word, holds
 * already: without that, copies of it would take the place of others among the newest that an agent is told.
 *
 * @returns the same object where nothing is new
 */
export function addDecisions(current: Decisions, outcome: Outcome): Decisions {
  const others = current.decisions.filter((decision) => decision.run !== outcome.run.id);
  const held = new Set(others.map(statementOf));
  const added = readDecisions(outcome).filter((decision) => !held.has(statementOf(decision)));
  const isKnown = added.length === 0 && others.length === current.decisions.length;
  return isKnown ? current : { ...current, decisions: [...others, ...added] };
}

/** What a decision says, whichever run said it. */
export function statementOf({ agent, decision, reason }: Decision): string {
  return JSON.stringify([agent, decision, reason]);
}
