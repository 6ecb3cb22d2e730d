import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeReadings } from '../../src/boundaries/judge.js';
import { resolvePath } from '../../src/boundaries/resolve-path.js';
import { boundaries, SHIPPED } from './boundaries.js';

const PROJECT = path.resolve('/no such folder/my project');

const separator = fc.constantFrom('/', '//', '\\', '\\\\', '/./', '\\.\\', '/\\', '/.\\./');
const step = fc.constantFrom('backend', 'app', 'frontend', 'x.y', 'Ünï');
/** Steps down and as many up again. */
const detour = fc
  .array(fc.tuple(step, separator, separator), { maxLength: 3 })
  .map((steps) =>
    [...steps.map(([name, after]) => `${name}${after}`), ...steps.map(([, , after]) => `..${after}`)].join(''),
  );
const inAnyCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''));
const ending = fc.constantFrom('', '', '', '.', ' ', '. .');

const spelled = (segments: readonly string[]) =>
  fc
    .tuple(...segments.map((segment) => fc.tuple(detour, inAnyCase(segment), ending, separator)))
    .map((parts) => parts.map((part) => part.join('')).join(''))
    .map((text) => text.replace(/[\\/.\s]+$/, ''));

const start = fc.constantFrom('', './', '.\\', `${PROJECT}/`, `${PROJECT}//./`, `${PROJECT}\\`, '../my project/', ' ');

const forbidden = fc.oneof(
  ...[
    ['frontend', 'src', 'App.tsx'],
    ['backend', 'app', 'api', 'alembic', 'env.py'],
    ['backend', 'app', 'models', 'migrations', '0001.py'],
    ['frontend', 'alembic', 'x'],
  ].map(spelled),
);

test.each([
  ['with the shipped boundaries', SHIPPED],
  [
    'where everything else is allowed',
    boundaries({ allowed: '**', forbidden: 'frontend/**, **/alembic/**, **/migrations/**' }),
  ],
  ['where nothing but Forbidden is said', boundaries({ forbidden: 'frontend/**, **/alembic/**, **/migrations/**' })],
])('no spelling of a forbidden path is judged anything but forbidden, %s', (_, rules) => {
  fc.assert(
    fc.property(start, forbidden, (prefix, spelling) => {
      const resolved = resolvePath({ project: PROJECT, cwd: PROJECT }, `${prefix}${spelling}`);
      if (resolved.kind === 'impossible') throw new Error(resolved.reason);
      expect(judgeReadings(rules, resolved.readings).kind).toBe('forbidden');
    }),
    { numRuns: 1_000 },
  );
});

test('whatever the path, there is a verdict and no exception', () => {
  const text = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '..', ' ', ':', '\0', '\n', 'a', 'frontend', '~', '*', '\ud800'),
  });
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (spelling) => {
      const resolved = resolvePath({ project: PROJECT, cwd: PROJECT }, spelling);
      if (resolved.kind === 'readings') judgeReadings(SHIPPED, resolved.readings);
    }),
    { numRuns: 1_000 },
  );
});
