import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/install/payload.js';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

test('what stands where a transaction keeps its journal is named, and not followed', async () => {
  const repository = await makeRepository({ '../elsewhere/mine': '' });
  await symlink('../elsewhere', path.join(repository, '.backend-system-architect.transaction'));
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('.backend-system-architect.transaction is not a folder.');
  expect(Object.keys(await snapshot(path.join(repository, '../elsewhere')))).toEqual(['mine']);
});

test.each([
  ['names a path outside', '"path": "../mine", "before": '],
  ['names what is not ours', '"path": ".git/hooks/pre-commit", "before": '],
])('a journal that came with a repository and %s is refused', async (_, step) => {
  const repository = await makeRepository({ '../mine': 'mine' });
  const hash = 'a'.repeat(64);
  const journal = `{ "$schema": "journal/1", "id": "01234567", "label": "install", "phase": "committed", "steps": [{ "kind": "remove", ${step}"${hash}" }] }`;
  await writeFiles(repository, { '.backend-system-architect.transaction/journal.json': journal });
  const { exitCode, stderr } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('is not a journal that this version writes');
  expect(await readFile(path.join(repository, '../mine'), 'utf8')).toBe('mine');
});

test.skipIf(process.platform === 'win32')('a journal does not lead through a link out of the repository', async () => {
  const repository = await makeRepository();
  const outside = path.join(repository, '../elsewhere');
  await mkdir(outside);
  await writeFile(path.join(outside, 'x.01234567.new'), 'evil');
  await symlink(outside, path.join(repository, '.claude'));
  const after = sha256(Buffer.from('evil'));
  const steps = [{ kind: 'write', path: '.claude/x', after }];
  const journal = { $schema: 'journal/1', id: '01234567', label: 'install', phase: 'committed', steps };
  await writeFiles(repository, { '.backend-system-architect.transaction/journal.json': JSON.stringify(journal) });
  const { exitCode, stderr } = await cli(['status'], { cwd: repository });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('leads by a symbolic link to');
  expect(Object.keys(await snapshot(outside))).toEqual(['x.01234567.new']);
});
