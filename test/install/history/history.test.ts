import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperationKind } from '../../../src/install/plan/operation.js';
import type { Recovery } from '../../../src/transaction/recover.js';
import { histories } from './actions.js';
import { replay, seen } from './replay.js';

const ALL: Record<OperationKind | Recovery['kind'], true> = {
  create: true,
  update: true,
  merge: true,
  remove: true,
  unchanged: true,
  keep: true,
  forget: true,
  conflict: true,
  finished: true,
  undone: true,
};

test('whatever happens in whatever order: nothing of the user is lost, an uninstall is the way back, and a kill heals', () => {
  fc.assert(fc.property(histories, replay), { numRuns: Number(process.env.HISTORIES ?? 400) });
  expect([...seen].sort()).toEqual(Object.keys(ALL).sort());
}, 300_000);
