import type { Manifest } from './manifest.js';
import type { Drift, Operation, OperationKind } from './plan/operation.js';
import type { Plan } from './plan/plan.js';

/** Something that is not as it was installed. */
export interface DriftedPath {
  path: string;
  drift: Drift | 'conflict' | 'blocked';
  detail: string;
}

/** How an installation stands, as the plan of an upgrade shows it. */
export interface State {
  drifted: DriftedPath[];
  /** What an upgrade would do, by the kind of operation; only what changes something, or needs a decision. */
  upgrade: Partial<Record<OperationKind, number>>;
}

export function readState({ operations, obstacles, stopped }: Plan, recorded: Manifest): State {
  const waiting = new Set(recorded.files.flatMap(({ path, beside }) => (beside ? [path] : [])));
  const drifted = operations.flatMap((operation): DriftedPath[] => {
    const { path, reason } = operation;
    if (waiting.has(path) && operation.kind === 'conflict') return [{ path, drift: 'conflict', detail: reason }];
    if (operation.drift) return [{ path, drift: operation.drift, detail: DETAILS[operation.drift] }];
    // A file that cannot be read has nothing of ours that the client finds.
    return stopped && operation.kind === 'conflict' ? [{ path, drift: 'conflict', detail: reason }] : [];
  });
  const blocked = obstacles.map(
    ({ path, by }): DriftedPath => ({ path, drift: 'blocked', detail: `${by} is in the way` }),
  );
  return { drifted: [...drifted, ...blocked], upgrade: countUpgrade(operations) };
}

const DETAILS: Record<Drift, string> = {
  edited: 'you changed it',
  deleted: 'you deleted it',
  damaged: 'version control or a tool changed its mode or line ends',
};

function countUpgrade(operations: readonly Operation[]): State['upgrade'] {
  const counts: State['upgrade'] = {};
  for (const { kind, changes } of operations) {
    if (changes.length > 0 || kind === 'conflict') counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
