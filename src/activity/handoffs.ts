import type { Handoff } from '../context/schemas/handoff.js';
import type { RecordedHandoff } from './activity.js';
import { compareMoments, readMoment } from './moment.js';
import { omit } from './omit.js';
import { isSame } from './runs.js';

/** A run that handoffs may come from. */
export interface Source {
  number: number;
  report: Record<string, unknown>;
}

/** Handoffs, newest first. What the report of their run holds as well is only named. */
export function listHandoffs(
  handoffs: readonly Handoff[],
  sourceOf: (run: string) => Source | undefined,
): RecordedHandoff[] {
  return handoffs
    .map((handoff) => readHandoff(handoff, sourceOf(handoff.run)))
    .sort((a, b) => compareMoments(b.since, a.since) || (a.id < b.id ? -1 : 1));
}

const KEYS = [
  '$schema',
  'id',
  'from',
  'to',
  'purpose',
  'run',
  'created_at',
  'status',
  'closed_at',
  'feature',
  'payload',
];

function readHandoff(handoff: Handoff, source: Source | undefined): RecordedHandoff {
  const { id, from, to, purpose, run, status, feature, created_at, closed_at, payload } = handoff;
  const isReported = (key: string) =>
    source && Object.hasOwn(source.report, key) && isSame(source.report[key], payload[key]);
  const others = omit(payload, Object.keys(payload).filter(isReported));
  return {
    ...{ id, from, to, purpose, status, feature: feature ?? null },
    ...(source ? { run: source.number } : {}),
    since: readMoment(created_at),
    ...(closed_at === undefined ? {} : { closedAt: readMoment(closed_at) }),
    keys: Object.keys(payload),
    more: {
      ...(source || run === '' ? {} : { run }),
      ...(source && !isSame(feature ?? null, source.report.feature ?? null) ? { feature: feature ?? null } : {}),
      ...(Object.keys(others).length > 0 ? { payload: others } : {}),
      ...omit(handoff, KEYS),
    },
  };
}
