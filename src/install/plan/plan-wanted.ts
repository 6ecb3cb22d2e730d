import type { Actual } from '../actual.js';
import { type Bases, isMergeable } from '../bases.js';
import { compare, lineEndsOf, mayHaveCrlf, toCrlf } from '../line-ends.js';
import type { RecordedFile } from '../manifest.js';
import type { PayloadFile } from '../payload.js';
import { backupOf } from './backup.js';
import { planBeside, removeBeside } from './beside.js';
import { writeNew, writeOver } from './changes.js';
import { mergeTexts } from './merge-text.js';
import type { Drift, Operation } from './operation.js';
import type { FileStep } from './plan-file.js';

export interface WantedInput {
  wanted: PayloadFile;
  known: RecordedFile | undefined;
  at(path: string): Actual;
  bases: Bases;
  force: boolean;
}

/** Decides about a file that should be there. */
export function planWanted(input: WantedInput): FileStep {
  const { wanted, known, at, force } = input;
  const { path } = wanted;
  const actual = at(path);
  switch (actual.kind) {
    case 'absent':
    case 'blocked':
      if (known?.sha256 !== undefined && !force) return keep(input, known, 'you deleted it', 'deleted');
      return settle(input, [
        { kind: 'create', path, reason: '', changes: [writeNew(path, wanted.content, wanted.executable)] },
      ]);
    case 'link':
      return conflict(input, 'a symbolic link of yours is in the way');
    case 'file':
      return planOver(input, actual);
  }
}

type FileActual = Extract<Actual, { kind: 'file' }>;

/** Decides about a file that should be there, where there is one. */
function planOver(input: WantedInput, actual: FileActual): FileStep {
  const { wanted, known, bases, force } = input;
  const { path } = wanted;
  const likeness = actual.content.equals(wanted.content) ? 'same' : compare(actual.content, wanted.sha256);
  if (likeness === 'same' || (likeness === 'line-ends' && mayHaveCrlf(path))) return planSame(input, actual);
  if (likeness === 'line-ends') return update(input, actual, 'its line ends are put right', 'damaged');
  if (compare(actual.content, known?.sha256) !== 'different') return update(input, actual, 'a newer version');
  if (force) {
    const { backup, copy } = backupOf(path, actual, input.at);
    const reason = `replaces your file, kept as ${backup}`;
    const changes = [...copy, writeOver(path, actual, wanted.content, wanted.executable)];
    const { preexisting: _, ...rest } = known ?? { path };
    return settle({ ...input, known: { ...rest, backup: known?.backup ?? backup } }, [
      { kind: 'update', path, reason, drift: 'edited', changes },
    ]);
  }
  if (known?.sha256 === wanted.sha256) return keep(input, known, 'you changed it', 'edited');
  const base = known?.sha256 && known.base ? bases.find(known.sha256) : undefined;
  const merged = base && mergeTexts(path, actual.content, base, wanted.content);
  if (!merged)
    return conflict(input, known?.sha256 ? 'you changed it, and so did this version' : 'a file of yours is in the way');
  if (merged.equals(actual.content))
    return settle(input, [{ kind: 'keep', path, reason: 'you changed it', drift: 'edited', changes: [] }]);
  const reason = 'your changes and those of this version';
  const changes = [writeOver(path, actual, merged, wanted.executable)];
  return settle(input, [{ kind: 'merge', path, reason, drift: 'edited', changes }]);
}

function planSame(input: WantedInput, actual: FileActual): FileStep {
  const { wanted, known } = input;
  const { path, content, executable } = wanted;
  if (executable && (actual.mode & 0o111) === 0) {
    const changes = [writeOver(path, actual, content, executable)];
    return settle(input, [{ kind: 'update', path, reason: 'make it executable', drift: 'damaged', changes }]);
  }
  const isTheirs = known === undefined || (known.sha256 === undefined && known.beside !== undefined);
  const record: RecordedFile = isTheirs ? { path, preexisting: true, ...known } : known;
  return settle({ ...input, known: record }, [{ kind: 'unchanged', path, reason: '', changes: [] }]);
}

function update(input: WantedInput, actual: FileActual, reason: string, drift?: Drift): FileStep {
  const { wanted, known } = input;
  const { path, executable } = wanted;
  const isCrlf = mayHaveCrlf(path) && lineEndsOf(actual.content) === 'crlf';
  const change = writeOver(path, actual, isCrlf ? toCrlf(wanted.content) : wanted.content, executable);
  const mark = drift ? { drift } : {};
  if (!known?.preexisting) return settle(input, [{ kind: 'update', path, reason, ...mark, changes: [change] }]);
  // It was there before us: as it was then it comes back.
  const { backup, copy } = backupOf(path, actual, input.at);
  const { preexisting: _, ...rest } = known;
  return settle({ ...input, known: { ...rest, backup } }, [
    { kind: 'update', path, reason, ...mark, changes: [...copy, change] },
  ]);
}

function keep({ wanted: { path } }: WantedInput, known: RecordedFile, reason: string, drift: Drift): FileStep {
  return { operations: [{ kind: 'keep', path, reason, drift, changes: [] }], record: known };
}

/** The file is where this version wants it: that is what the next merge begins from. */
function settle({ wanted, known, at }: WantedInput, operations: Operation[]): FileStep {
  const { beside, base: _, ...rest }: RecordedFile = known ?? { path: wanted.path };
  const record: RecordedFile = { ...rest, sha256: wanted.sha256 };
  if (isMergeable(wanted.path, wanted.content)) record.base = true;
  return { operations: [...operations, ...(beside ? removeBeside(beside, at) : [])], record };
}

/** Leaves the user's file and puts ours beside it, until he has taken that away. */
function conflict(input: WantedInput, reason: string): FileStep {
  const { wanted, known, at } = input;
  const { path } = wanted;
  if (known?.beside?.sha256 === wanted.sha256 && at(known.beside.path).kind === 'absent') {
    const { beside: _, ...rest } = known;
    // Where the user's file was there first, it is still that one.
    const first = known.sha256 === undefined ? ({ preexisting: true } as const) : {};
    const settled = settle({ ...input, known: { ...rest, ...first } }, []);
    return { ...settled, operations: [{ kind: 'keep', path, reason: 'you keep yours', drift: 'edited', changes: [] }] };
  }
  const { operations, beside, where } = planBeside(wanted, known?.beside, at);
  const operation: Operation = { kind: 'conflict', path, reason: `${reason}; ${where}`, drift: 'edited', changes: [] };
  const record: RecordedFile = { ...(known ?? { path }), ...(beside ? { beside } : {}) };
  return { operations: [operation, ...operations], record };
}
