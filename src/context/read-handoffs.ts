import { readdirSync } from 'node:fs';
import { childPath } from '../child-path.js';
import { fileNamePart } from './file-name.js';
import { ID_MARK } from './handoff.js';
import { readJson } from './json-store.js';
import type { Handoff } from './schemas/handoff.js';

export interface StoredHandoffs {
  /** Newest first. */
  handoffs: Handoff[];
  /** Files that are no handoff, by name, each with the reason. */
  unreadable: { file: string; reason: string }[];
}

/**
 * Reads the handoffs of a project; none where there is no folder of them. With a recipient, files are passed over whose names say
 * that they are for another one: there may be hundreds.
 */
export function readHandoffs(contextFolder: string, to?: string): StoredHandoffs {
  const folder = childPath(contextFolder, 'handoffs');
  const stored: StoredHandoffs = { handoffs: [], unreadable: [] };
  const own = to === undefined ? '' : `${fileNamePart(to)}${ID_MARK}`;
  for (const name of list(folder)) {
    if (!name.endsWith('.json') || !(name.startsWith(own) || isNamedOtherwise(name))) continue;
    const result = readJson<Handoff>(childPath(folder, name), { schema: 'handoff' });
    if (result.kind === 'read') stored.handoffs.push(result.data);
    else if (result.kind === 'newer')
      stored.unreadable.push({ file: name, reason: `a later version (${result.version})` });
    else if (result.kind === 'unreadable') stored.unreadable.push({ file: name, reason: result.reason });
  }
  stored.handoffs.sort((a, b) => compare(b.created_at, a.created_at) || compare(a.id, b.id));
  return stored;
}

/** A handoff of ours is named for its recipient, its sender and its run; who one of another name is for stands in it. */
function isNamedOtherwise(file: string): boolean {
  const mark = file.indexOf(ID_MARK);
  return mark === -1 || !file.includes(ID_MARK, mark + ID_MARK.length);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
