import { CONTEXT_IGNORE } from '../../context/ignore.js';
import { ABSENT, type Actual } from '../actual.js';
import { remove } from './changes.js';
import type { Operation } from './operation.js';

/** What the hooks wrote, and the folders that they made for it. */
export interface Purge {
  files: readonly string[];
  folders: readonly string[];
}

/** Removes what the hooks wrote, and our file beside it that an earlier uninstall left there for its sake. */
export function planPurge({ files }: Purge, planned: readonly Operation[], at: (path: string) => Actual): Operation[] {
  const operations = files.flatMap((path) => removal(path, at(path), 'the hooks wrote it'));
  const { path, text } = CONTEXT_IGNORE;
  const ignoring = at(path);
  const isOurs = ignoring.kind === 'file' && ignoring.content.equals(Buffer.from(text));
  const isPlanned = planned.some((operation) => operation.path === path && operation.kind !== 'forget');
  return [
    ...operations,
    ...removal(path, isOurs && !isPlanned ? ignoring : ABSENT, 'it has nothing to keep out of git'),
  ];
}

function removal(path: string, actual: Actual, reason: string): Operation[] {
  return actual.kind === 'file' ? [{ kind: 'remove', path, reason, changes: [remove(path, actual.content)] }] : [];
}
