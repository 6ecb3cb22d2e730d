import path from 'node:path';
import type { DefinitionBody } from '../definition/model.js';
import { explainSystemError } from '../errors.js';
import { readInstalledDefinition } from '../hooks/installed-definition.js';
import type { Budgets } from './activity.js';

/** The budgets of agents by the definition that one of some `.claude` folders holds, the first that does. */
export function readBudgets(claudeFolders: readonly string[], agents: Iterable<string>): Budgets {
  const folders = claudeFolders.map((claudeFolder) => path.join(claudeFolder, 'agents'));
  return Object.fromEntries(
    [...new Set(agents)].flatMap((agent) => {
      const definition = findDefinition(folders, agent);
      return definition ? [[agent, definition.budgets.map(({ task, max }) => ({ task, max }))]] : [];
    }),
  );
}

/** Agent files that are missing or cannot be read leave the report without budgets, not the user without a report. */
function findDefinition(folders: readonly string[], agent: string): DefinitionBody | undefined {
  for (const folder of folders) {
    try {
      const definition = readInstalledDefinition(folder, agent);
      if (definition) return definition;
    } catch (error) {
      if (!explainSystemError(error)) throw error;
    }
  }
  return undefined;
}
