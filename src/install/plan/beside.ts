import { sha256 } from '../../transaction/files.js';
import type { Actual } from '../actual.js';
import { compare } from '../line-ends.js';
import type { RecordedFile } from '../manifest.js';
import type { PayloadFile } from '../payload.js';
import { remove, writeNew, writeOver } from './changes.js';
import type { Operation } from './operation.js';

type Beside = NonNullable<RecordedFile['beside']>;

/** Where our version may be put beside a file; none ends so that the client takes it for an agent or a skill. */
export function besideNames(path: string, content: string): string[] {
  return [`${path}.new`, `${path}.new-${content.slice(0, 8)}`];
}

/** Puts our version beside the user's file, over nothing but an earlier one of ours. */
export function planBeside(
  { path, content, sha256: expected }: PayloadFile,
  known: Beside | undefined,
  at: (path: string) => Actual,
): { operations: Operation[]; beside: Beside | undefined; where: string } {
  const names = [...(known ? [known.path] : []), ...besideNames(path, expected)];
  const free = names.find((name) => isFree(at(name), expected, name === known?.path ? known.sha256 : undefined));
  if (free === undefined) return { operations: [], beside: known, where: `what is beside it is yours, too` };
  const actual = at(free);
  const where = `ours is beside it as ${free.slice(free.lastIndexOf('/') + 1)}: take over what you want, then delete that`;
  const beside = { path: free, sha256: expected };
  if (actual.kind === 'file' && sha256(actual.content) === expected) return { operations: [], beside, where };
  const operation: Operation =
    actual.kind === 'file'
      ? { kind: 'update', path: free, reason: 'our version', changes: [writeOver(free, actual, content, false)] }
      : { kind: 'create', path: free, reason: 'our version', changes: [writeNew(free, content, false)] };
  return { operations: [operation], beside, where };
}

/** Takes our version away again, unless somebody wrote into it. */
export function removeBeside({ path, sha256: expected }: Beside, at: (path: string) => Actual): Operation[] {
  const actual = at(path);
  if (actual.kind !== 'file') return [];
  if (compare(actual.content, expected) === 'different') {
    return [{ kind: 'keep', path, reason: 'you changed it, so it stays', changes: [] }];
  }
  return [{ kind: 'remove', path, reason: 'the conflict is over', changes: [remove(path, actual.content)] }];
}

function isFree(actual: Actual, expected: string, known: string | undefined): boolean {
  if (actual.kind === 'absent') return true;
  return actual.kind === 'file' && [expected, known].some((hash) => compare(actual.content, hash) === 'same');
}
