import type { Change } from '../../transaction/change.js';

/**
 * What is done about a path. A `merge` changes a file that is the user's, or that the user edited; a `keep`, a `forget`
 * and an `unchanged` leave the path as it is; a `conflict` too, and says what the user has to decide.
 */
export type OperationKind = 'create' | 'update' | 'merge' | 'remove' | 'unchanged' | 'keep' | 'forget' | 'conflict';

/** How what is there differs from what was installed. */
export type Drift = 'edited' | 'deleted' | 'damaged';

/** One step of a plan, with everything that it does to the disk. */
export interface Operation {
  kind: OperationKind;
  path: string;
  reason: string;
  drift?: Drift;
  changes: readonly Change[];
}

/** Something that makes all of a plan impossible until somebody moves it away. */
export interface Obstacle {
  path: string;
  by: string;
  help: string;
}
