import { expect, test } from 'vitest';
import { allowedGlobs, judgePath, judgeReadings } from '../../src/boundaries/judge.js';
import { boundaries, SHIPPED } from './boundaries.js';

test.each([
  ['backend/app/api/v1/users.py', 'allowed'],
  ['backend/app/api/.env.example', 'allowed'],
  ['backend/app/api/a\nb.py', 'allowed'],
  ['Backend/app/api/users.py', 'outside'],
  ['backend/app/main.py', 'outside'],
  ['backend/app/apis/users.py', 'outside'],
  ['main.py', 'outside'],
  ['', 'outside'],
  ['frontend/src/App.tsx', 'forbidden by frontend/** of frontend-ui-developer'],
  ['frontend', 'forbidden by frontend/** of frontend-ui-developer'],
  ['frontend/.env', 'forbidden by frontend/** of frontend-ui-developer'],
  ['frontend/a\nb.tsx', 'forbidden by frontend/** of frontend-ui-developer'],
  ['Frontend/App.tsx', 'forbidden by frontend/** of frontend-ui-developer'],
  ['front\u200dend/App.tsx', 'forbidden by frontend/** of frontend-ui-developer'],
  ['alembic/env.py', 'forbidden by **/alembic/** of database-engineer'],
  ['backend/app/models/alembic/versions/1.py', 'forbidden by **/alembic/** of database-engineer'],
  ['backend/app/models/migration\u017f/1.py', 'forbidden by **/migrations/** of database-engineer'],
])('%j is %s', (path, expected) => {
  const verdict = judgePath(SHIPPED, path);
  const { value, owner } = verdict.kind === 'forbidden' ? verdict.boundary : {};
  expect(value ? `forbidden by ${value} of ${owner}` : verdict.kind).toBe(expected);
});

test.each([
  ['a folder without wildcards', 'backend/legacy', 'backend/legacy/a/b.py', 'forbidden'],
  ['a folder without wildcards, itself', 'backend/legacy', 'backend/legacy', 'forbidden'],
  ['its neighbour', 'backend/legacy', 'backend/legacy2/b.py', 'allowed'],
  ['a folder with a slash at its end', '**/legacy/', 'backend/legacy/b.py', 'forbidden'],
  ['a single file', 'main.py', 'main.py', 'forbidden'],
  ['a file of the same name elsewhere', 'main.py', 'backend/main.py', 'allowed'],
  ['a folder from the root', '/frontend/**', 'frontend/App.tsx', 'forbidden'],
  ['a folder written with a dot', './frontend/**', 'frontend/App.tsx', 'forbidden'],
  ['a folder written for Windows', 'frontend\\src\\**', 'frontend/src/App.tsx', 'forbidden'],
  ['a scoped package', 'packages/@acme/ui', 'packages/@acme/ui/index.ts', 'forbidden'],
  ['a decomposed name', 'cafe\u0301/**', 'caf\u00e9/a.py', 'forbidden'],
  ['one level only', 'frontend/*', 'frontend/src/App.tsx', 'allowed'],
])('Forbidden may name %s: %s', (_, forbidden, path, expected) => {
  expect(judgePath(boundaries({ forbidden }), path).kind).toBe(expected);
});

test('Forbidden wins over Allowed, and without an owner there is none', () => {
  const verdict = judgePath(boundaries({ allowed: '**', forbidden: 'frontend/**' }), 'frontend/App.tsx');
  expect(verdict).toMatchObject({ kind: 'forbidden', boundary: { value: 'frontend/**' } });
  expect(verdict).not.toHaveProperty('boundary.owner');
});

test('without Allowed paths nothing is outside, not even what is outside the project', () => {
  const only = boundaries({ allowed: 'whatever is needed', forbidden: 'frontend/**' });
  expect(judgePath(only, 'main.py').kind).toBe('allowed');
  expect(judgeReadings(only, [{ kind: 'outside', path: '/etc/hosts' }]).kind).toBe('allowed');
  expect(judgePath(boundaries({}), 'frontend/App.tsx').kind).toBe('allowed');
});

test('the strictest reading decides, in whatever order they come', () => {
  const allowed = { kind: 'inside', path: 'backend/app/api/x.py' } as const;
  const outside = { kind: 'outside', path: '/etc/hosts' } as const;
  const forbidden = { kind: 'inside', path: 'frontend/x.py' } as const;
  expect(judgeReadings(SHIPPED, [allowed, outside, forbidden])).toMatchObject({
    kind: 'forbidden',
    reading: forbidden,
  });
  expect(judgeReadings(SHIPPED, [forbidden, allowed])).toMatchObject({ kind: 'forbidden', reading: forbidden });
  expect(judgeReadings(SHIPPED, [allowed, outside])).toMatchObject({ kind: 'outside', reading: outside });
  expect(judgeReadings(SHIPPED, [allowed])).toEqual({ kind: 'allowed' });
});

test('one letter may be written as one character or as two, in Allowed too', () => {
  const rules = boundaries({ allowed: 'caf\u00e9/**' });
  expect(judgePath(rules, 'cafe\u0301/a.py').kind).toBe('allowed');
});

test('the allowed globs are listed as written, topics left out', () => {
  expect(allowedGlobs(boundaries({ allowed: '`docs/**` (all of it), good ideas, main.py' }))).toEqual([
    'docs/**',
    'main.py',
  ]);
});

test('a path of 32,000 characters is judged, whatever it is made of', () => {
  for (const part of ['alembic/', 'alembi/', 'a', '../', 'alembic/migrations\n/']) {
    const path = part.repeat(32_000 / part.length);
    expect(judgePath(SHIPPED, path), part).toBeDefined();
    expect(judgePath(SHIPPED, `backend/app/api/${path}`), part).toBeDefined();
  }
  // What is not linear would take hours.
}, 30_000);
