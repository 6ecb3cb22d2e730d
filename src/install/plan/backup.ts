import type { Change } from '../../transaction/change.js';
import { sha256 } from '../../transaction/files.js';
import type { Actual } from '../actual.js';
import { BACKUPS } from '../manifest.js';

/** Keeps a copy of a file, named after its content: a later backup of the path never takes the place of an earlier one. */
export function backupOf(
  path: string,
  { content, mode }: Extract<Actual, { kind: 'file' }>,
  at: (path: string) => Actual,
): { backup: string; copy: Change[] } {
  const backup = `${BACKUPS}/${path.slice('.claude/'.length)}.${sha256(content).slice(0, 12)}`;
  if (at(backup).kind === 'file') return { backup, copy: [] };
  return {
    backup,
    copy: [{ kind: 'write', path: backup, content, mode: { bits: mode, exact: true }, before: undefined }],
  };
}
