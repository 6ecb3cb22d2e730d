import type { Actual } from '../actual.js';
import { compare } from '../line-ends.js';
import type { RecordedFile } from '../manifest.js';
import { removeBeside } from './beside.js';
import { remove, restore } from './changes.js';
import type { Operation } from './operation.js';
import type { FileStep } from './plan-file.js';

export interface UnwantedInput {
  path: string;
  known: RecordedFile;
  at(path: string): Actual;
  /** Take what the user edited, too. */
  force: boolean;
}

/** Decides about a recorded file that should not be there any more. */
export function planUnwanted({ path, known, at, force }: UnwantedInput): FileStep {
  const beside = known.beside ? removeBeside(known.beside, at) : [];
  return { operations: [planGone({ path, known, at, force }), ...beside] };
}

function planGone({ path, known, at, force }: UnwantedInput): Operation {
  const actual = at(path);
  const forget = (reason: string): Operation => ({ kind: 'forget', path, reason, changes: [] });
  if (known.preexisting) return forget('it was there before');
  if (known.sha256 === undefined) return forget('it is yours');
  const backup = known.backup === undefined ? undefined : at(known.backup);
  switch (actual.kind) {
    case 'absent':
    case 'blocked':
      return forget(
        backup?.kind === 'file' ? `already gone; your own file is kept as ${known.backup}` : 'already gone',
      );
    case 'link':
      return { kind: 'keep', path, reason: 'you replaced it by a link, so it stays', drift: 'edited', changes: [] };
    case 'file':
      break;
  }
  if (compare(actual.content, known.sha256) === 'different' && !force) {
    const also = backup?.kind === 'file' ? `; your own file is kept as ${known.backup}` : '';
    return { kind: 'keep', path, reason: `you changed it, so it stays${also}`, drift: 'edited', changes: [] };
  }
  if (known.backup === undefined || backup?.kind !== 'file') {
    return { kind: 'remove', path, reason: '', changes: [remove(path, actual.content)] };
  }
  return {
    kind: 'remove',
    path,
    reason: 'your own file comes back',
    changes: [restore(path, actual, backup), remove(known.backup, backup.content)],
  };
}
