import { expect, test } from 'vitest';
import { readSourceTree } from '../../src/answers/source-tree.js';
import { makeRepository } from '../support/repository.js';

test('a repository is listed from the top down, by name, and no further than the limit', async () => {
  const repository = await makeRepository({ 'b/c/d.py': '', 'b/a.py': '', 'a/z.py': '', 'z.py': '', 'z.txt': '' });
  const list = async (limit?: number) => [...(await readSourceTree(repository, limit)).python];
  expect(await list()).toEqual(['z.py', 'a/z.py', 'b/a.py', 'b/c/d.py']);
  expect(await list(5)).toEqual(['z.py', 'a/z.py']);
  expect(await list(1)).toEqual([]);
});

test('what makes a folder a project', async () => {
  const names = [
    'pyproject.toml',
    'requirements.txt',
    'requirements-dev.txt',
    'setup.py',
    'setup.cfg',
    'Pipfile',
    'uv.lock',
  ];
  const others = ['package.json', 'requirements.md', 'my-setup.py', 'poetry.toml'];
  const files = [...names, ...others].map((name, index) => [`${index}/${name}`, '']);
  const { projects } = await readSourceTree(await makeRepository(Object.fromEntries(files)));
  expect([...projects]).toEqual(names.map((_, index) => String(index)));
});
