import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBackendRoot, readBackendFolder } from '../../src/answers/backend-folder.js';
import { moveBackend } from '../../src/answers/move-backend.js';
import { judgePath } from '../../src/boundaries/judge.js';
import { pythonImports } from '../../src/boundaries/python-imports.js';
import { findCodeFences } from '../../src/definition/fences.js';
import { parseDefinitionBody } from '../../src/definition/parse-body.js';
import { UsageError } from '../../src/errors.js';
import { adapt, shipped, textOf } from './payload-files.js';

const body = (text: string) => {
  const parsed = parseDefinitionBody(text);
  if (!parsed) throw new Error('no frontmatter');
  return parsed;
};
const imports = (text: string) => findCodeFences(text).flatMap(({ text: code }) => [...pythonImports(code)]);

describe('paths and imports follow the backend', () => {
  test.each([
    ['services/api', 'app', 'services/api/app/api/**', 'services/api/tests/**', 'app.core.database.Base'],
    ['.', 'app', 'app/api/**', 'tests/**', 'app.core.database.Base'],
    ['.', 'src/shop', 'src/shop/api/**', 'tests/**', 'shop.core.database.Base'],
    ['server', '', 'server/api/**', 'server/tests/**', 'core.database.Base'],
    ['.', '', 'api/**', 'tests/**', 'core.database.Base'],
    // A folder that Python can have no module of is the one in which the modules are.
    ['.', 'my-app', 'my-app/api/**', 'tests/**', 'core.database.Base'],
  ])('%s and %s', (root, app, api, tests, module) => {
    const text = textOf(adapt({ backend: { root, app } }));
    const allowed = body(text).allowed.map(({ value }) => value);
    expect(allowed[0]).toBe(api);
    expect(allowed).toContain(tests);
    expect(allowed).toContain('docs/postman/**');
    expect(allowed).toHaveLength(7);
    expect(imports(text)).toContain(module);
    expect(imports(text).some((name) => name.startsWith('app.'))).toBe(app === 'app');
  });
});

test('no shipped file names the folder that the backend is not in', () => {
  for (const { path: file, content } of adapt({ backend: { root: 'services/api', app: 'shop' } }).files) {
    if (!file.endsWith('.md')) continue;
    const text = content.toString('utf8');
    expect(text, file).not.toContain('backend/');
    expect(
      imports(text)
        .filter((name) => /^app(\.|$)/.test(name))
        .map((name) => `${file}: ${name}`),
    ).toEqual([]);
    if (!file.includes('/references/')) expect(text, file).not.toMatch(/\bapp\.(?!example|openapi|state|dep)/);
  }
});

test('nothing but paths and imports changes: there and back gives the same text', () => {
  const there = adapt({ backend: { root: 'x1', app: 'y1' } });
  const back = (text: string) =>
    text
      .replaceAll('x1/y1', 'backend/app')
      .replaceAll('x1/', 'backend/')
      .replace(/^(from|import) y1\./gm, '$1 app.');
  expect(there.files.map(({ content }) => back(content.toString('utf8')))).toEqual(
    shipped.files.map(({ content }) => content.toString('utf8')),
  );
});

test.each([
  ['`backend/app/models/`', { root: '.', app: '' }, '`models/`'],
  ['`backend/app`', { root: '.', app: '' }, '`.`'],
  [
    'backend/app/x, my-backend/app, backend/application',
    { root: 'a', app: 'b' },
    'a/b/x, my-backend/app, backend/application',
  ],
  [
    '```python\nfrom app import db\nimport app.x\n```',
    { root: 'a', app: 'b' },
    '```python\nfrom b import db\nimport b.x\n```',
  ],
  [
    '```python\nfrom app import db\nimport app.x\n```',
    { root: 'a', app: '' },
    '```python\nfrom app import db\nimport x\n```',
  ],
  [
    '```python\nfrom apple import x\nx = app.state\n```',
    { root: 'a', app: 'b' },
    '```python\nfrom apple import x\nx = app.state\n```',
  ],
  ['import app.x as prose', { root: 'a', app: 'b' }, 'import app.x as prose'],
])('%j in %j', (text, backend, expected) => {
  expect(moveBackend(text, backend)).toBe(expected);
});

test('every folder that is taken is one that the guard lets the agent write to', () => {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const name = fc.tuple(fc.constantFrom('', 'a'), character, fc.constantFrom('', 'b')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
      let root: string;
      try {
        root = readBackendFolder(names.join('/')).root;
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return;
      }
      expect(isBackendRoot(root)).toBe(true);
      const { allowed, forbidden } = body(textOf(adapt({ backend: { root, app: 'app' } })));
      expect(allowed).toHaveLength(7);
      expect(judgePath({ allowed, forbidden }, path.posix.join(root, 'app/api/v1/users.py'))).toEqual({
        kind: 'allowed',
      });
      expect(judgePath({ allowed, forbidden }, path.posix.join(root, 'tests/x.py'))).toEqual({ kind: 'allowed' });
    }),
    { numRuns: 400 },
  );
});
