import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBackend } from '../../src/answers/find-backend.js';
import { makeRepository, writeFiles } from '../support/repository.js';

const MAIN = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

/** A main module that imports these. */
const importing = (...modules: string[]) => `${modules.map((name) => `from ${name} import router\n`).join('')}${MAIN}`;

/** What is found in a repository of these files, as `root:app (evidence)`, and the evidence of the others. */
async function find(files: Record<string, string>): Promise<string[]> {
  const found = await findBackend(await makeRepository(files));
  return found ? [`${found.root}:${found.app} (${found.evidence})`, ...found.others] : [];
}

describe('a package is found with the folder that its project is in', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'below a backend',
      { 'backend/app/__init__.py': '', 'backend/app/main.py': MAIN, 'backend/pyproject.toml': '' },
      'backend:app (backend/app/main.py:3)',
    ],
    [
      'of one of several services',
      { 'services/api/app/__init__.py': '', 'services/api/app/main.py': MAIN },
      'services/api:app (services/api/app/main.py:3)',
    ],
    ['at the top', { 'app/__init__.py': '', 'app/main.py': MAIN }, '.:app (app/main.py:3)'],
    [
      'below src, with its project above',
      { 'src/shop/__init__.py': '', 'src/shop/main.py': MAIN, 'pyproject.toml': '' },
      '.:src/shop (src/shop/main.py:3)',
    ],
    [
      'below src, without a project',
      { 'api/src/shop/__init__.py': '', 'api/src/shop/main.py': MAIN },
      'api:src/shop (api/src/shop/main.py:3)',
    ],
    [
      'of a module deep inside',
      { 'shop/__init__.py': '', 'shop/web/__init__.py': '', 'shop/web/asgi.py': MAIN, 'setup.cfg': '' },
      '.:shop (shop/web/asgi.py:3)',
    ],
    [
      'of a module in a folder without a mark of its own',
      { 'shop/__init__.py': '', 'shop/web/asgi.py': MAIN },
      '.:shop (shop/web/asgi.py:3)',
    ],
    [
      'with its tests beside it, whatever project is above',
      { 'api/app/__init__.py': '', 'api/app/main.py': MAIN, 'api/tests/test_a.py': '', 'pyproject.toml': '' },
      'api:app (api/app/main.py:3)',
    ],
    [
      'with its project further above',
      { 'services/api/app/__init__.py': '', 'services/api/app/main.py': MAIN, 'services/uv.lock': '' },
      'services:api/app (services/api/app/main.py:3)',
    ],
    [
      'in a repository that is a package itself',
      { '__init__.py': '', 'main.py': MAIN, 'web/__init__.py': '' },
      '.: (main.py:3)',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await find(files)).toEqual([expected]);
  });
});

describe('without `__init__.py`', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a folder by whose name its modules are imported is a package',
      { 'services/api/shop/main.py': importing('shop.api'), 'services/api/shop/api/users.py': '' },
      'services/api:shop (services/api/shop/main.py:4)',
    ],
    [
      'so is one further above',
      { 'api/app/web/server.py': importing('app.core'), 'api/app/core.py': '' },
      'api:app (api/app/web/server.py:4)',
    ],
    [
      'one of the name "src" too',
      { 'src/main.py': importing('src.users'), 'src/users/router.py': '', 'requirements.txt': '' },
      '.:src (src/main.py:4)',
    ],
    ['a folder "app" is one', { 'services/api/app/main.py': MAIN }, 'services/api:app (services/api/app/main.py:3)'],
    [
      'but not where its modules are imported by their own names',
      { 'app/main.py': importing('routers.users'), 'app/routers/users.py': '' },
      'app: (app/main.py:4)',
    ],
    ['nor where it is a project', { 'app/main.py': MAIN, 'app/requirements-dev.txt': '' }, 'app: (app/main.py:3)'],
    [
      'an import of another package of that name is none',
      { 'api/main.py': importing('api.client') },
      'api: (api/main.py:4)',
    ],
    ['a main module at the top has no package', { 'main.py': MAIN }, '.: (main.py:3)'],
    ['nor has one in a folder', { 'server/main.py': MAIN, 'pyproject.toml': '' }, 'server: (server/main.py:3)'],
    ['that of "src" has its tests beside it', { 'api/src/main.py': MAIN }, 'api:src (api/src/main.py:3)'],
  ])('%s', async (_, files, expected) => {
    expect(await find(files)).toEqual([expected]);
  });
});

describe('of several', () => {
  const service = (name: string) => ({ [`${name}/app/__init__.py`]: '', [`${name}/app/main.py`]: MAIN });

  test('one is chosen and the others are named, with the places that they would have', async () => {
    const files = { ...service('services/billing'), ...service('services/api'), 'services/api/Pipfile': '' };
    expect(await findBackend(await makeRepository(files))).toEqual({
      root: 'services/api',
      app: 'app',
      evidence: 'services/api/app/main.py:3',
      others: ['services/billing/app/main.py:3'],
      alternatives: [{ root: 'services/billing', app: 'app' }],
    });
  });

  test('alike ones come by name', async () => {
    expect(await find({ ...service('b'), ...service('a'), ...service('c') })).toEqual([
      'a:app (a/app/main.py:3)',
      'b/app/main.py:3',
      'c/app/main.py:3',
    ]);
  });

  test('the nearest to the top comes first', async () => {
    expect(await find({ ...service('a/a'), ...service('z') })).toEqual([
      'z:app (z/app/main.py:3)',
      'a/a/app/main.py:3',
    ]);
  });

  test('a package with a main module wins over a loose file', async () => {
    const files = { 'mock_server.py': MAIN, ...service('backend') };
    expect(await find(files)).toEqual(['backend:app (backend/app/main.py:3)', 'mock_server.py:3']);
  });

  test('two of one package are one', async () => {
    expect(await find({ ...service('a'), 'a/app/admin/__init__.py': '', 'a/app/admin/site.py': MAIN })).toHaveLength(1);
  });
});

describe('nothing is found', () => {
  test.each<[string, Record<string, string>]>([
    ['in an empty repository', {}],
    ['where only tests make an application', { 'tests/conftest.py': MAIN, 'shop/test_main.py': MAIN }],
    ['where only examples and scripts do', { 'examples/a/main.py': MAIN, 'docs/main.py': MAIN, 'scripts/a.py': MAIN }],
    ['in what is installed', { 'node_modules/a/main.py': MAIN, 'env/pyvenv.cfg': '', 'env/lib/main.py': MAIN }],
    ['in what is built', { 'dist/main.py': MAIN, 'build/lib/app/main.py': MAIN, 'a/__pycache__/main.py': MAIN }],
    ['in folders with a dot', { '.claude/worktrees/a/main.py': MAIN, '.venv/main.py': MAIN }],
    ['in a file over 1 MB', { 'main.py': MAIN + '#'.repeat(1_048_576) }],
    ['in a file of another language', { 'main.ts': MAIN }],
    ['in a folder that Boundaries cannot name', { 'api (old)/main.py': MAIN }],
  ])('%s', async (_, files) => {
    expect(await find(files)).toEqual([]);
  });

  test('behind a link', async () => {
    const repository = await makeRepository();
    const elsewhere = path.join(repository, '..', 'elsewhere');
    await writeFiles(elsewhere, { 'main.py': MAIN });
    await symlink(elsewhere, path.join(repository, 'api'));
    await symlink(path.join(elsewhere, 'main.py'), path.join(repository, 'main.py'));
    await symlink('.', path.join(repository, 'loop'));
    expect(await findBackend(repository)).toBeUndefined();
  });

  test('deep down, in a repository that is not there', async () => {
    const repository = await makeRepository({ [`${'a/'.repeat(20)}main.py`]: MAIN });
    expect(await findBackend(repository)).toBeUndefined();
    expect(await findBackend(path.join(repository, 'nowhere'))).toBeUndefined();
  });
});

test('what cannot be read, or is no text, is passed over', async () => {
  const repository = await makeRepository({ 'backend/app/main.py': MAIN, 'a.py': Buffer.from([0xff, 0xfe, 0, 0x22]) });
  await mkdir(path.join(repository, 'b.py'));
  expect(await findBackend(repository)).toMatchObject({ root: 'backend', app: 'app', others: [] });
});

test('a UTF-8 byte order mark does not hide an import', async () => {
  expect(await find({ 'main.py': `\uFEFF${MAIN}` })).toEqual(['.: (main.py:3)']);
});
