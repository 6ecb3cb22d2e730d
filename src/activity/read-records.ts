import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decisionsFile, decisionsKind } from '../context/active-decisions.js';
import { CONTEXT } from '../context/ignore.js';
import { type FileKind, type ReadableKind, readJson } from '../context/json-store.js';
import { isKeptAside, listKeptAside } from '../context/kept-aside.js';
import type { Decisions } from '../context/schemas/decisions.js';
import type { Handoff } from '../context/schemas/handoff.js';
import type { Outcome } from '../context/schemas/outcome.js';
import type { SessionState } from '../context/schemas/session-state.js';
import { sessionStateFile, sessionStateKind } from '../context/session-state.js';
import { explainSystemError } from '../errors.js';
import type { Fault } from './activity.js';
import { isTooDeep, MAX_DEPTH } from './depth.js';

/** What the hooks have recorded in a repository, in the present shapes. */
export interface Records {
  state: SessionState;
  /** Outcomes of runs that are not in the state yet, oldest first. */
  waiting: Outcome[];
  /** Undefined where the file cannot be used. */
  decisions: Decisions | undefined;
  handoffs: Handoff[];
  faults: Fault[];
  keptAside: string[];
}

const TOO_DEEP = `it has more than ${MAX_DEPTH} levels`;

/** Reads all files of a context folder, and only reads: what cannot be used stays where it is and is a fault. */
export function readRecords(contextFolder: string): Records {
  const faults: Fault[] = [];
  const note = (file: string, fault: Omit<Fault, 'file'>) => {
    faults.push({ file: nameOf(contextFolder, file), ...fault });
  };
  const read = <Data>(file: string, kind: ReadableKind): Data | 'absent' | undefined =>
    attempt(file, note, () => {
      const result = readJson<Data>(file, kind);
      switch (result.kind) {
        case 'read':
          if (!isTooDeep(result.data)) return result.data;
          note(file, { kind: 'unreadable', reason: TOO_DEEP });
          return undefined;
        case 'absent':
          return 'absent';
        case 'newer':
          note(file, { kind: 'newer', reason: result.version });
          return undefined;
        case 'unreadable':
          note(file, { kind: 'unreadable', reason: result.reason });
          return undefined;
      }
    });
  const readOrEmpty = <Data>(file: string, kind: FileKind<Data>): Data | undefined => {
    const data = read<Data>(file, kind);
    return data === 'absent' ? kind.empty() : data;
  };
  const readAll = <Data>(folder: string, kind: ReadableKind): Data[] => {
    const names = attempt(folder, note, () => listJson(folder)) ?? [];
    return names.map((name) => read<Data>(path.join(folder, name), kind)).filter((data) => isThere(data));
  };
  const state = readOrEmpty(sessionStateFile(contextFolder), sessionStateKind) ?? sessionStateKind.empty();
  const waiting = readAll<Outcome>(path.join(contextFolder, 'session', 'inbox'), { schema: 'outcome' });
  return {
    state,
    waiting: waiting.sort((a, b) => (a.run.at < b.run.at ? -1 : a.run.at > b.run.at ? 1 : 0)),
    decisions: readOrEmpty(decisionsFile(contextFolder), decisionsKind),
    handoffs: readAll<Handoff>(path.join(contextFolder, 'handoffs'), { schema: 'handoff' }),
    faults,
    keptAside: listKeptAside(contextFolder).map((file) => `${CONTEXT}/${file}`),
  };
}

function isThere<Data>(data: Data | 'absent' | undefined): data is Data {
  return data !== undefined && data !== 'absent';
}

/** What the system refuses is one more fault. */
function attempt<Result>(
  file: string,
  note: (file: string, fault: Omit<Fault, 'file'>) => void,
  read: () => Result,
): Result | undefined {
  try {
    return read();
  } catch (error) {
    // The stack may not suffice for what is nested thousands of levels deep.
    const reason = error instanceof RangeError ? TOO_DEEP : explainSystemError(error)?.message;
    if (reason === undefined) throw error;
    note(file, { kind: 'unreadable', reason });
    return undefined;
  }
}

function listJson(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !isKeptAside(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function nameOf(contextFolder: string, file: string): string {
  return [CONTEXT, ...path.relative(contextFolder, file).split(path.sep)].join('/');
}
