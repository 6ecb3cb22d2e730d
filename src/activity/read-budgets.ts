import { existsSync } from 'node:fs';
import { readInstalledDefinition } from '../hooks/installed-definition.js';
import type { Budgets } from './activity.js';

/** The budgets of agents whose definition lies in one of some folders, the first that has it; others have none. */
export function readBudgets(agentsFolders: readonly string[], agents: Iterable<string>): Budgets {
  const folders = agentsFolders.filter((folder) => existsSync(folder));
  return Object.fromEntries(
    [...new Set(agents)].flatMap((agent) => {
      for (const folder of folders) {
        const definition = readInstalledDefinition(folder, agent);
        if (definition) return [[agent, definition.budgets.map(({ task, max }) => ({ task, max }))]];
      }
      return [];
    }),
  );
}
