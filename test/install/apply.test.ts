import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyPlan } from '../../src/install/apply.js';
import type { Operation } from '../../src/install/operation.js';
import { SETTINGS_PATH } from '../../src/install/session-hooks.js';
import { makeRepository, snapshot } from '../support/repository.js';

const create: Operation = {
  kind: 'create',
  path: '.claude/new',
  reason: '',
  file: { content: Buffer.from('new'), executable: false },
};
const merge: Operation = { kind: 'merge', path: SETTINGS_PATH, reason: '', before: '{}', text: '{ "hooks": {} }' };
const plan = { operations: [create, merge], stopped: false, makeFolders: [], removeFolders: [] };

test('a merge into a file that has changed since it was planned fails before anything is written', async () => {
  const repository = await makeRepository({ [SETTINGS_PATH]: '{ "model": "opus" }' });
  const before = await snapshot(repository);
  await expect(applyPlan(repository, plan)).rejects.toThrow('was changed in the meantime; nothing was written.');
  expect(await snapshot(repository)).toEqual(before);
});

test('a merge writes its text, and a stopped plan nothing', async () => {
  const repository = await makeRepository({ [SETTINGS_PATH]: '{}' });
  const before = await snapshot(repository);
  await applyPlan(repository, { ...plan, stopped: true });
  expect(await snapshot(repository)).toEqual(before);
  await applyPlan(repository, plan);
  expect(await readFile(path.join(repository, SETTINGS_PATH), 'utf8')).toBe('{ "hooks": {} }');
});
