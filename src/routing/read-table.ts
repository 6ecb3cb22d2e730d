import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRoutingTable, type RoutingTable, RoutingTableError } from './table.js';

/** With this table the keywords of Auto Mode alone decide. */
const KEYWORDS_ONLY: RoutingTable = { threshold: 1, keywordWeight: 1, groups: [] };

export interface FoundTable {
  file: string;
  table: RoutingTable;
  /** Why the file beside the definition is not what is used; undefined where it is, or where there is none. */
  fault?: string;
}

/** The table that lies beside a definition: `<agent>.routing.json`. */
export function readRoutingTable(agentsFolder: string, agent: string): FoundTable {
  const file = path.join(agentsFolder, `${agent}.routing.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file, table: KEYWORDS_ONLY, ...(code === 'ENOENT' ? {} : { fault: message }) };
  }
  try {
    return { file, table: parseRoutingTable(text) };
  } catch (error) {
    if (!(error instanceof RoutingTableError)) throw error;
    return { file, table: KEYWORDS_ONLY, fault: error.message };
  }
}
