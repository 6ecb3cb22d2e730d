import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readRecords } from '../../src/activity/read-records.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { EXAMPLE } from './example-context.js';

const CONTEXT = '.claude/context';

async function faultsOf(files: Record<string, string>) {
  const repository = await makeRepository();
  await writeFiles(repository, files);
  const before = await snapshot(repository);
  const records = readRecords(path.join(repository, CONTEXT));
  expect(await snapshot(repository)).toEqual(before);
  return records;
}

test.each([
  ['session/state.json', '{ "tasks_completed": [tru', 'unreadable'],
  ['session/state.json', '{ "$schema": "session-state/1" }', 'unreadable'],
  ['session/state.json', '{ "$schema": "session-state/2" }', 'newer'],
  ['session/history/r.json', '{ "task": {} }', 'unreadable'],
  ['session/history/r.json', '{ "$schema": "past-task/2" }', 'newer'],
  ['session/inbox/r.1-1.json', '{}', 'unreadable'],
  ['knowledge/decisions/active.json', '3', 'unreadable'],
  ['knowledge/decisions/active.json', '{ "$schema": "decisions/7" }', 'newer'],
  ['handoffs/a.json', '', 'unreadable'],
  ['handoffs/a.json', '{ "$schema": "handoff/2" }', 'newer'],
])('%s that holds %j is named, stays where it is, and all others are read', async (file, content, kind) => {
  const { faults, handoffs } = await faultsOf({ ...EXAMPLE, [`${CONTEXT}/${file}`]: content });
  expect(faults).toEqual([{ file: `${CONTEXT}/${file}`, kind, reason: expect.stringMatching(/./) }]);
  expect(handoffs).toHaveLength(3);
});

test.each([300, 100_000])('a file with %d levels is named, and exhausts no stack', async (levels) => {
  const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const { faults } = await faultsOf({
    [`${CONTEXT}/session/state.json`]: `{ "agent_decisions": { "a": ${deep} }, "mine": ${deep} }`,
    [`${CONTEXT}/knowledge/decisions/active.json`]: `{ "decisions": [], "mine": ${deep} }`,
  });
  expect(faults.map(({ reason }) => reason)).toEqual(Array(2).fill('it has more than 256 levels'));
});

test('what the hooks moved aside is named, and is no broken file', async () => {
  const aside = `${CONTEXT}/handoffs/a.unreadable-2026-01-01T00-00-00.000Z.json`;
  expect(await faultsOf({ [aside]: '{' })).toMatchObject({ faults: [], keptAside: [aside] });
});

test('a folder where a file is needed, and a file where a folder is, are named', async () => {
  const repository = await makeRepository();
  await writeFiles(repository, { [`${CONTEXT}/handoffs`]: '' });
  await mkdir(path.join(repository, CONTEXT, 'session/state.json'), { recursive: true });
  expect(readRecords(path.join(repository, CONTEXT)).faults).toMatchObject([
    { file: `${CONTEXT}/session/state.json`, reason: expect.stringContaining('is a folder where a file is needed') },
    { file: `${CONTEXT}/handoffs`, kind: 'unreadable' },
  ]);
});
