import { childPath } from '../child-path.js';
import { writeAtomically } from './atomic-write.js';
import type { Handoff } from './schemas/handoff.js';

/** Writes a handoff to a file of its own; one of the same run and recipient is replaced. */
export function writeHandoff(contextFolder: string, handoff: Handoff): void {
  const file = childPath(contextFolder, 'handoffs', `${handoff.id}.json`);
  writeAtomically(file, `${JSON.stringify(handoff, null, 2)}\n`);
}
