import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkContext } from '../../src/doctor/check-context.js';
import { makeRepository, writeFiles } from '../support/repository.js';

const STATE = '{ "$schema": "session-state/1", "agent_decisions": {}, "tasks_completed": [], "tasks_pending": [] }';

async function check(files: Record<string, string>) {
  const folder = path.join(await makeRepository(), '.claude', 'context');
  await writeFiles(folder, files);
  return checkContext(folder);
}

test.each([
  ['nothing recorded yet', {}],
  ['files of this version', { 'session/state.json': STATE, 'knowledge/decisions/active.json': '[]' }],
  ['files of older shapes', { 'session/state.json': '{}', 'knowledge/decisions/active.json': '{ "decisions": {} }' }],
])('%s is fine', async (_, files) => {
  expect(await check(files as Record<string, string>)).toMatchObject([{ check: 'context', status: 'ok' }]);
});

test.each([
  ['session/state.json', '{ "tasks_completed": [tru', 'cannot be read: '],
  ['session/state.json', '{ "$schema": "session-state/1" }', 'unexpected value at'],
  ['session/state.json', '{ "$schema": "session-state/2" }', 'is of a later version'],
  ['session/history/r.json', '{ "$schema": "past-task/1" }', 'unexpected value at "task"'],
  ['session/history/r.json', '{ "$schema": "past-task/2" }', 'is of a later version'],
  ['knowledge/decisions/active.json', '3', 'cannot be read: '],
  ['knowledge/decisions/active.json', '{ "$schema": "decisions/7" }', '(decisions/7)'],
  ['handoffs/a.json', '', 'cannot be read: '],
  ['handoffs/a.json', '{ "$schema": "handoff/2" }', 'handoff/2'],
  ['session/state.json/inside', '', 'is a folder where a file is needed'],
])('%s that holds %j is a problem with the reason and a remedy', async (file, content, reason) => {
  const found = await check({ [file]: content });
  expect(found).toMatchObject([{ status: 'problem', message: expect.stringContaining(reason) }]);
  expect(found[0]?.message).toContain(`.claude/context/${file.replace('/inside', '')} `);
  expect(found[0]?.remedy).toBeTruthy();
});

test('a later version is told apart from a broken handoff', async () => {
  const [found] = await check({ 'handoffs/a.json': '{ "$schema": "handoff/2" }' });
  expect(found?.remedy).toContain('later');
});

test('what the hooks kept aside is one warning, and not a broken handoff too', async () => {
  const found = await check({
    'session/state.unreadable-2026-01-01T00-00-00.000Z.json': '{',
    'handoffs/a.unreadable-2026-01-01T00-00-00.000Z.json': '{',
  });
  expect(found).toMatchObject([
    { status: 'warning', message: expect.stringMatching(/^2 files .*handoffs\/a\.unreadable-.*session\/state\.unr/) },
  ]);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('so is a file without permission', async () => {
  const folder = path.join(await makeRepository(), '.claude', 'context');
  await writeFiles(folder, { 'session/state.json': STATE });
  await chmod(path.join(folder, 'session/state.json'), 0);
  expect(checkContext(folder)).toMatchObject([
    { status: 'problem', message: expect.stringContaining('No permission') },
  ]);
});
