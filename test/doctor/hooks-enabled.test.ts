import { expect, test } from 'vitest';
import { checkHooksEnabled } from '../../src/doctor/check-hooks-enabled.js';

const TRUSTED = '{ "projects": { "/work": { "hasTrustDialogAccepted": true } } }';
const surroundings = (clientState: string | undefined, settings = '{}') => ({
  workspace: '/work',
  clientState,
  settings: [{ file: '.claude/settings.json', text: settings }],
});

test('a trusted workspace with hooks switched on is fine', () => {
  expect(checkHooksEnabled(surroundings(TRUSTED), 'project')).toMatchObject([{ status: 'ok' }]);
});

test('a workspace that is not trusted is a problem, and a warning where the client has never run', () => {
  expect(checkHooksEnabled(surroundings('{}'), 'project')).toMatchObject([
    {
      status: 'problem',
      message: expect.stringContaining('/work is not trusted'),
      remedy: expect.stringContaining('trust'),
    },
  ]);
  expect(checkHooksEnabled(surroundings(undefined), 'project')).toMatchObject([{ status: 'warning' }]);
});

test("the user's own hooks need no trust", () => {
  expect(checkHooksEnabled(surroundings('{}'), 'user')).toMatchObject([{ status: 'ok' }]);
});

test('hooks that are switched off are a problem, and so are settings that the client ignores', () => {
  const off = checkHooksEnabled(surroundings(TRUSTED, '{ "disableAllHooks": true }'), 'project');
  expect(off).toEqual([
    {
      check: 'hooks-enabled',
      status: 'problem',
      message: 'The hooks are switched off: .claude/settings.json has "disableAllHooks": true.',
      remedy: 'Remove that.',
    },
  ]);
  const lax = checkHooksEnabled(surroundings(TRUSTED, '{} // mine'), 'project');
  expect(lax).toMatchObject([{ status: 'problem', remedy: 'Remove its comments and trailing commas.' }]);
});

test('one obstacle does not hide another', () => {
  const found = checkHooksEnabled(surroundings('{}', '{ "disableAllHooks": true }'), 'project');
  expect(found.map(({ status }) => status)).toEqual(['problem', 'problem']);
});
