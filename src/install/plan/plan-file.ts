import { ABSENT, type Actual } from '../actual.js';
import type { Bases } from '../bases.js';
import type { RecordedFile } from '../manifest.js';
import type { PayloadFile } from '../payload.js';
import type { Obstacle, Operation } from './operation.js';
import { planUnwanted } from './plan-unwanted.js';
import { planWanted } from './plan-wanted.js';

/** What is done about a file. */
export interface FileStep {
  operations: Operation[];
  /** What the manifest says of the file afterwards. */
  record?: RecordedFile;
  obstacle?: Obstacle;
}

export interface FileInput {
  path: string;
  wanted?: PayloadFile | undefined;
  known?: RecordedFile | undefined;
  /** What lies at a path, the ones beside it and of its backup among them. */
  at(path: string): Actual;
  bases: Bases;
  force: boolean;
}

/** Decides about one file that is desired or recorded. */
export function planFile(input: FileInput): FileStep {
  const { path, wanted, known, at, force } = input;
  const actual = at(path);
  if (actual.kind === 'blocked') {
    // Something else stands where a file of ours was: that one is gone.
    const isBlocked = wanted && (known?.sha256 === undefined || force);
    if (isBlocked) return { operations: [], obstacle: { path, by: actual.by, help: actual.help } };
    return planPassable({ ...input, at: (other) => (other === path ? ABSENT : at(other)) });
  }
  return planPassable(input);
}

function planPassable({ path, wanted, known, at, bases, force }: FileInput): FileStep {
  if (wanted) return planWanted({ wanted, known, at, bases, force });
  return known ? planUnwanted({ path, known, at, force }) : { operations: [] };
}
