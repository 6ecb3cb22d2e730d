import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './atomic-write.js';
import { withLock } from './lock.js';
import { emptySessionState, type SessionState } from './session-state.js';

/** Reads, changes and writes the session state as one step; a file that cannot be read is kept under another name. */
export function updateSessionState(contextFolder: string, change: (state: SessionState) => SessionState): void {
  const file = path.join(contextFolder, 'session', 'state.json');
  withLock(file, () => {
    const state = change(readSessionState(file));
    writeAtomically(file, `${JSON.stringify(state, null, 2)}\n`);
  });
}

function readSessionState(file: string): SessionState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptySessionState();
    throw error;
  }
  try {
    const data: unknown = JSON.parse(text);
    if (isState(data)) return data;
  } catch {}
  const stamp = new Date().toISOString().replaceAll(':', '-');
  renameSync(file, file.replace(/\.json$/, `.unreadable-${stamp}.json`));
  return emptySessionState();
}

function isState(data: unknown): data is SessionState {
  if (typeof data !== 'object' || data === null) return false;
  const { agent_decisions, tasks_completed, tasks_pending } = data as Record<string, unknown>;
  return (
    Array.isArray(tasks_completed) &&
    Array.isArray(tasks_pending) &&
    typeof agent_decisions === 'object' &&
    agent_decisions !== null
  );
}
