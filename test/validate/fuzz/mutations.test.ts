import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, expectFormats, expectInside, holdsFor } from './hold.js';
import { mutated, mutatedBytes } from './mutate.js';
import { SEEDS } from './seeds.js';

// More of them find more: FUZZ_RUNS=20000 is for a night.
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
// The same files each time, so that a red run is a change of the code; fast-check prints the seed of a failure.
const SEED = Number(process.env.FUZZ_SEED ?? 1);

describe('a file with random changes is checked without a crash, and what is found lies inside of it', () => {
  test.each(SEEDS)('%s', (file, text) => {
    fc.assert(
      fc.property(mutated(text), (changed) => {
        holdsFor(file, changed);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('so is one with random bytes', () => {
  test.each(SEEDS)('%s', (file, text) => {
    fc.assert(
      fc.property(mutatedBytes(text), (changed) => {
        holdsFor(file, changed);
      }),
      { numRuns: Math.ceil(RUNS / 3), seed: SEED },
    );
  });
});

describe('so is one that holds nothing but noise', () => {
  const noise = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }));

  test.each(SEEDS)('%s', (file) => {
    fc.assert(
      fc.property(noise, (content) => {
        holdsFor(file, content);
      }),
      { numRuns: Math.ceil(RUNS / 3), seed: SEED },
    );
  });
});

// Of a project and a plugin at once, so that every check meets files that others broke.
const everything = fc.tuple(...SEEDS.map(([, text]) => mutated(text)));

test('a repository of broken files is checked without a crash, twice with the same result, in the order of the report', () => {
  fc.assert(
    fc.property(everything, (texts) => {
      const files = Object.fromEntries(SEEDS.map(([file], index) => [file, texts[index] ?? '']));
      const backwards = Object.fromEntries(Object.entries(files).reverse());
      const report = check(files);
      expect(check(backwards)).toEqual(report);
      expectInside(report.diagnostics, files);
      expectFormats(report);
      const places = report.diagnostics.map(({ location: { file, line, column } }) => ({ file, line, column }));
      const sorted = places.toSorted(
        (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
      );
      expect(places).toEqual(sorted);
    }),
    { numRuns: Math.ceil(RUNS / 4), seed: SEED },
  );
});
