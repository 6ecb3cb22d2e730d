import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test.each([
  ['action.yml', /version of the npm package that is run\.\n {4}default: (.*)/g],
  ['.pre-commit-hooks.yaml', /backend-system-architect@([\w.-]+)/g],
])('%s names the version of the package (npm version writes it)', async (file, pattern) => {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const named = [...(await readFile(path.join(root, file), 'utf8')).matchAll(pattern)].map((match) => match[1]);
  expect(new Set(named)).toEqual(new Set([version]));
});
