import { existsSync, readdirSync, rmSync } from 'node:fs';
import { childPath } from '../child-path.js';
import { writeAtomically } from './atomic-write.js';
import { fileNamePart } from './file-name.js';
import { keepAside, readJson } from './json-store.js';
import type { Outcome } from './schemas/outcome.js';

/** An outcome that waits to be written into the session state. */
export interface Waiting {
  file: string;
  outcome: Outcome;
}

/** Puts an outcome into a file of its own; it is safe from here on, whoever writes it into the session state. */
export function submitOutcome(contextFolder: string, outcome: Outcome): string {
  const name = `${fileNamePart(outcome.run.id)}.${process.pid}-${Date.now()}.json`;
  const file = childPath(inboxFolder(contextFolder), name);
  writeAtomically(file, JSON.stringify(outcome));
  return file;
}

/** All that wait, oldest first, and a sentence for each file that is no outcome and was kept aside. */
export function readInbox(contextFolder: string): { waiting: Waiting[]; notes: string[] } {
  const folder = inboxFolder(contextFolder);
  const waiting: Waiting[] = [];
  const notes: string[] = [];
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((entry) => entry.endsWith('.json') && !entry.includes('.unreadable-'))) {
    const file = childPath(folder, name);
    const result = readJson<Outcome>(file, { schema: 'outcome' });
    if (result.kind === 'read') waiting.push({ file, outcome: result.data });
    else if (result.kind === 'unreadable') notes.push(`${file} could not be read and was kept as ${keepAside(file)}`);
  }
  waiting.sort((a, b) => (a.outcome.run.at < b.outcome.run.at ? -1 : a.outcome.run.at > b.outcome.run.at ? 1 : 0));
  return { waiting, notes };
}

export function removeFromInbox({ file }: Waiting): void {
  rmSync(file, { force: true });
}

function inboxFolder(contextFolder: string): string {
  return childPath(contextFolder, 'session', 'inbox');
}
