import { expect, test } from 'vitest';
import { cases } from '../../conformance/cases/index.js';
import { measure } from '../../conformance/measure.js';
import table from '../../conformance/results.json' with { type: 'json' };

/** Cases of each theme that share a run with the others. */
const OF_EACH_THEME = 3;

test('the pinned client still does what the table says, in a sample of every theme', async () => {
  const shared = cases.filter(
    ({ alone, knownByBody, asSession, args }) => !alone && !knownByBody && !asSession && !args,
  );
  // `script`, which makes the terminal that shows colors, takes other options elsewhere.
  const skipped = process.platform === 'linux' ? '' : 'color';
  const themes = [...new Set(shared.map(({ theme }) => theme))];
  const sample = themes.flatMap((theme) => {
    if (theme === skipped) return [];
    const own = shared.filter((one) => one.theme === theme);
    return Array.from(
      { length: OF_EACH_THEME },
      (_, index) => own[Math.floor((index * own.length) / OF_EACH_THEME)] ?? [],
    ).flat();
  });
  expect(sample.length).toBeGreaterThanOrEqual(40);
  const measured = await measure(sample);
  expect(measured).toEqual(
    Object.fromEntries(sample.map(({ id }) => [id, (table.cases as Record<string, unknown>)[id]])),
  );
});
