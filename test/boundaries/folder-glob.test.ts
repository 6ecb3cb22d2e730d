import fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { matchFolder } from '../../src/boundaries/folder-glob.js';

const name = fc.oneof(
  fc.constantFrom('frontend', 'Frontend', 'migrations', 'a', 'A', 'a b', '.', '..', '.env', '-x', 'a.b', ''),
  fc.stringMatching(/^[\w .-]{0,4}$/),
  fc.string({ maxLength: 3 }),
);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const glob = fc.tuple(fc.constantFrom('', '**/'), path).map(([start, folder]) => `${start}${folder}/**`);

test('what it says of a path, picomatch says too', () => {
  let said = 0;
  fc.assert(
    fc.property(glob, path, path, fc.boolean(), (pattern, before, after, ignoresCase) => {
      const folder = pattern.replace(/^\*\*\//, '').slice(0, -3);
      const matches = matchFolder(pattern, ignoresCase);
      const expected = picomatch(pattern, { dot: true, windows: false, flags: ignoresCase ? 'is' : 's' });
      for (const file of [
        before,
        folder,
        `${folder}/${after}`,
        `${before}/${folder}`,
        `${before}/${folder}/${after}`,
      ]) {
        const verdict = matches?.(file);
        if (verdict === undefined) continue;
        said += 1;
        expect(verdict, `${pattern} ${file}`).toBe(expected(file));
      }
    }),
    { numRuns: 2_000 },
  );
  expect(said).toBeGreaterThan(500);
});

test.each([
  'frontend/*',
  '*/frontend/**',
  'front[e]nd/**',
  '!frontend/**',
  'cafe\u0301/**',
  '../frontend/**',
  './a/**',
  '**',
])('of %s it says nothing', (pattern) => {
  expect(matchFolder(pattern, false)).toBeUndefined();
});
