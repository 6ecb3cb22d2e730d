import { existsSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../plural.js';
import { readRoutingTable } from '../routing/read-table.js';
import type { Finding } from './finding.js';
import { type Installation, showInstalled } from './installation.js';

const AGENT = 'backend-system-architect';

/** The words of the prompt router can be read; nothing where the router was left out. */
export function checkRouting(installation: Installation): Finding[] {
  const { manifest, claudeFolder } = installation;
  if (!manifest.answers.router) return [];
  const { file, table, fault } = readRoutingTable(path.join(claudeFolder, 'agents'), AGENT);
  const name = showInstalled(installation, `.claude/agents/${path.basename(file)}`);
  const found = (status: Finding['status'], message: string, remedy?: string): Finding[] => [
    { check: 'routing', status, message, ...(remedy === undefined ? {} : { remedy }) },
  ];
  if (fault !== undefined) {
    return found('problem', `${name} cannot be read: ${fault}.`, 'Put it right; until then only Auto Mode counts.');
  }
  if (!existsSync(file)) {
    const remedy = 'Run "install --force" to bring it back; until then only the keywords of Auto Mode count.';
    return found('warning', `${name} is not there.`, remedy);
  }
  return found('ok', `The prompt router knows ${plural(table.groups.length, 'group')} of words.`);
}
