import type { Moment } from './activity.js';

/** A day, or a day and a time that says its distance from UTC; any other text would mean another time elsewhere. */
const CERTAIN = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

export function readMoment(text: string): Moment {
  const time = CERTAIN.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(time) ? { text } : { text, iso: new Date(time).toISOString() };
}

/** Orders from old to new; what has no certain time is older than all that has one. */
export function compareMoments(a: Moment, b: Moment): number {
  const [first, second] = [a.iso ?? '', b.iso ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
