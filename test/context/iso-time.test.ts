import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from '../../src/context/iso-time.js';

test('a moment of any year of four digits is written as Date does', () => {
  const moments = fc.date({
    noInvalidDate: true,
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
  });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(isoTime(moment)).toBe(moment.toISOString());
    }),
    { numRuns: 5_000 },
  );
});

test('so is each day about the end of February, of leap years and others', () => {
  for (const year of [0, 4, 100, 400, 1600, 1900, 1970, 2000, 2024, 2026, 2100, 9999]) {
    for (let day = 50; day < 70; day += 1) {
      const moment = new Date(0);
      moment.setUTCFullYear(year, 0, day);
      expect(isoTime(moment)).toBe(moment.toISOString());
    }
  }
});
