import path from 'node:path';
import { writeAtomically } from './atomic-write.js';
import type { Handoff } from './handoff.js';

export function writeHandoff(contextFolder: string, handoff: Handoff): void {
  writeAtomically(path.join(contextFolder, 'handoffs', `${handoff.id}.json`), `${JSON.stringify(handoff, null, 2)}\n`);
}
