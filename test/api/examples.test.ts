import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { describe, expect, inject, test } from 'vitest';
import { makeRepository } from '../support/repository.js';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const page = await readFile(path.join(root, 'docs/api.md'), 'utf8');

/** The examples of the page: a block of code, and the block of what it prints. */
const examples = [...page.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code = '', output = '']) => ({
  code,
  output,
  functions: /import \{ (.*) \} from 'backend-system-architect'/.exec(code)?.[1] ?? '',
}));

const compilerOptions = {
  module: 'nodenext',
  target: 'es2023',
  strict: true,
  noEmit: true,
  types: ['node'],
  typeRoots: [path.join(root, 'node_modules/@types')],
};

/** A project that has the package installed. */
async function makeProject(code: string): Promise<string> {
  const folder = await makeRepository();
  await mkdir(path.join(folder, 'node_modules'));
  const installed = path.join(inject('packed'), 'node_modules/backend-system-architect');
  await symlink(installed, path.join(folder, 'node_modules/backend-system-architect'), 'junction');
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['example.ts'] }));
  await writeFile(path.join(folder, 'example.ts'), code);
  return folder;
}

test('every function of the interface has an example', () => {
  const names = examples.flatMap(({ functions }) => functions.split(', '));
  expect(new Set(names)).toEqual(
    new Set(['applyPlan', 'parseDefinition', 'planInstall', 'reportContract', 'validate']),
  );
});

describe.each(examples)('the example of $functions', ({ code, output }) => {
  test('has the types that it uses', async () => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const cwd = await makeProject(code);
    const { stdout } = await run(process.execPath, [tsc, '-p', '.'], { cwd }).catch((error) => error);
    expect(stdout).toBe('');
  });

  test('prints what stands below it', async () => {
    const cwd = await makeProject(code);
    const script = await transform(code, { loader: 'ts' });
    await writeFile(path.join(cwd, 'example.mjs'), script.code);
    const env = { ...process.env, NO_COLOR: '1' };
    const { stdout, stderr } = await run(process.execPath, ['example.mjs'], { cwd, env });
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: '' });
  });
});
