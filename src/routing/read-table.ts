import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_PAGE } from '../cache/notebook.js';
import { parseRoutingTable, type RoutingTable, RoutingTableError } from './table.js';

/** With this table the keywords of Auto Mode alone decide. */
const KEYWORDS_ONLY: RoutingTable = { threshold: 1, keywordWeight: 1, groups: [] };

export interface FoundTable {
  file: string;
  table: RoutingTable;
  /** Why the file beside the definition is not what is used; undefined where it is, or where there is none. */
  fault?: string;
}

/** The table that lies beside a definition, `<agent>.routing.json`, as far as it is not known from an earlier run. */
export function readRoutingTable(agentsFolder: string, agent: string, openPage = NO_PAGE): FoundTable {
  const file = path.join(agentsFolder, `${agent}.routing.json`);
  const page = openPage(file);
  if (page.table) return { file, table: page.table as RoutingTable };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file, table: KEYWORDS_ONLY, ...(code === 'ENOENT' ? {} : { fault: message }) };
  }
  try {
    const table = parseRoutingTable(text);
    page.table = table;
    return { file, table };
  } catch (error) {
    if (!(error instanceof RoutingTableError)) throw error;
    return { file, table: KEYWORDS_ONLY, fault: error.message };
  }
}
