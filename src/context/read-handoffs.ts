import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './json-store.js';
import type { Handoff } from './schemas/handoff.js';

export interface StoredHandoffs {
  /** Newest first. */
  handoffs: Handoff[];
  /** Files that are no handoff, by name, each with the reason. */
  unreadable: { file: string; reason: string }[];
}

/** Reads every handoff of a project; none where there is no folder of them. */
export function readHandoffs(contextFolder: string): StoredHandoffs {
  const folder = path.join(contextFolder, 'handoffs');
  const stored: StoredHandoffs = { handoffs: [], unreadable: [] };
  for (const name of listJson(folder)) {
    const result = readJson<Handoff>(path.join(folder, name), { schema: 'handoff' });
    if (result.kind === 'read') stored.handoffs.push(result.data);
    else if (result.kind === 'newer')
      stored.unreadable.push({ file: name, reason: `a later version (${result.version})` });
    else if (result.kind === 'unreadable') stored.unreadable.push({ file: name, reason: result.reason });
  }
  stored.handoffs.sort((a, b) => compare(b.created_at, a.created_at) || compare(a.id, b.id));
  return stored;
}

function listJson(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
