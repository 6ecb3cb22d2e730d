import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decisionsFile, decisionsKind } from '../context/active-decisions.js';
import { type ReadableKind, readJson } from '../context/json-store.js';
import { isKeptAside, listKeptAside } from '../context/kept-aside.js';
import { HISTORY } from '../context/past-tasks.js';
import { readHandoffs } from '../context/read-handoffs.js';
import { sessionStateFile, sessionStateKind } from '../context/session-state.js';
import { explainSystemError } from '../errors.js';
import { plural } from '../plural.js';
import { asClause, listNames } from './excerpt.js';
import type { Finding } from './finding.js';

/** A file that cannot be used, relative to the context folder and with forward slashes, and why. */
interface BrokenFile {
  file: string;
  reason: string;
  /** A later version wrote it. */
  newer?: true;
}

/** The files that agents share: whether they can be read, and what the hooks had to keep aside. */
export function checkContext(contextFolder: string): Finding[] {
  const broken = [
    ...findBroken(contextFolder, sessionStateFile(contextFolder), sessionStateKind),
    ...findBroken(contextFolder, decisionsFile(contextFolder), decisionsKind),
    ...findBrokenPast(contextFolder),
    ...findBrokenHandoffs(contextFolder),
  ];
  const findings = [...broken.map(describe), ...describeKeptAside(listKeptAside(contextFolder))];
  if (findings.length > 0) return findings;
  return [{ check: 'context', status: 'ok', message: 'The files in .claude/context can be read.' }];
}

function findBroken(contextFolder: string, file: string, kind: ReadableKind): BrokenFile[] {
  const name = path.relative(contextFolder, file).split(path.sep).join('/');
  return attempt(name, () => {
    const result = readJson(file, kind);
    switch (result.kind) {
      case 'read':
      case 'absent':
        return [];
      case 'newer':
        return [{ file: name, reason: result.version, newer: true }];
      case 'unreadable':
        return [{ file: name, reason: result.reason }];
    }
  });
}

function findBrokenPast(contextFolder: string): BrokenFile[] {
  return attempt(HISTORY, () => {
    const folder = path.join(contextFolder, HISTORY);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => findBroken(contextFolder, path.join(folder, name), { schema: 'past-task' }));
  });
}

function findBrokenHandoffs(contextFolder: string): BrokenFile[] {
  return attempt('handoffs', () =>
    readHandoffs(contextFolder)
      .unreadable.filter(({ file }) => !isKeptAside(file))
      .map(({ file, reason }) => {
        // The reader of handoffs has only words for it.
        const version = /^a later version \((.+)\)$/.exec(reason)?.[1];
        return { file: `handoffs/${file}`, reason: version ?? reason, ...(version ? { newer: true as const } : {}) };
      }),
  );
}

/** What the system refuses is one more reason. */
function attempt(file: string, read: () => BrokenFile[]): BrokenFile[] {
  try {
    return read();
  } catch (error) {
    const known = explainSystemError(error);
    if (!known) throw error;
    return [{ file, reason: known.message }];
  }
}

function describe({ file, reason, newer }: BrokenFile): Finding {
  const shown = `.claude/context/${file}`;
  if (newer) {
    return {
      check: 'context',
      status: 'problem',
      message: `${shown} is of a later version of this package, so the hooks leave it alone (${reason}).`,
      remedy: 'Install that version, or a later one.',
    };
  }
  return {
    check: 'context',
    status: 'problem',
    message: `${shown} cannot be read: ${asClause(reason)}.`,
    remedy: 'Put it right, or move it away.',
  };
}

function describeKeptAside(files: readonly string[]): Finding[] {
  if (files.length === 0) return [];
  const named = listNames(files.map((file) => `.claude/context/${file}`));
  return [
    {
      check: 'context',
      status: 'warning',
      message: `${plural(files.length, 'file')} could not be read and had to be kept aside: ${named}.`,
      remedy: 'Take over what you need of what they hold, then delete them.',
    },
  ];
}
