import { expect, test } from 'vitest';
import { findHookObstacles } from '../../src/install/hook-obstacles.js';

const WORKSPACE = '/repositories/my project';
const TRUSTED = JSON.stringify({ projects: { [WORKSPACE]: { hasTrustDialogAccepted: true } } });
const [LOCAL, PROJECT, USER] = ['.claude/settings.local.json', '.claude/settings.json', '~/.claude/settings.json'];
const ON = '{ "disableAllHooks": false }';
const OFF = '{ "disableAllHooks": true }';

function find(clientState: string | undefined, local?: string, project?: string, user?: string): string[] {
  const texts = [local, project, user];
  const settings = [LOCAL, PROJECT, USER].map((file = '', index) => ({ file, text: texts[index] }));
  return findHookObstacles({ workspace: WORKSPACE, clientState, settings });
}

test.each([
  ['it says so', TRUSTED, true],
  ['nothing can be read', undefined, false],
  ['it is not JSON', '{', false],
  ['it is no object', 'null', false],
  ['it knows other projects only', '{ "projects": { "/work": { "hasTrustDialogAccepted": true } } }', false],
  ['the question was not answered yet', TRUSTED.replace('true', 'false'), false],
  ['the answer is not a boolean', TRUSTED.replace('true', '"true"'), false],
])('whether the workspace is trusted, where %s', (_, clientState, trusted) => {
  expect(find(clientState)).toHaveLength(trusted ? 0 : 1);
});

test('a path of Windows counts in either spelling', () => {
  const clientState = '{ "projects": { "C:/work": { "hasTrustDialogAccepted": true } } }';
  expect(findHookObstacles({ workspace: 'C:\\work', clientState, settings: [] })).toEqual([]);
});

test.each([
  ['nowhere', [undefined, '{}', undefined], []],
  ['in one file', [undefined, OFF, undefined], [PROJECT]],
  ['in all files', [OFF, OFF, OFF], [LOCAL, PROJECT, USER]],
  ['for the user, but not here', [undefined, ON, OFF], []],
  ['here, but not for this checkout', [ON, OFF, OFF], []],
  ['in one file, which overrides the rest', [OFF, ON, OFF], [LOCAL]],
  ['in a file that the client ignores', [`${OFF} // mine`, undefined, undefined], []],
  ['by a word', ['{ "disableAllHooks": "true" }', undefined, undefined], []],
])('hooks that are switched off %s', (_, [local, project, user], files) => {
  const found = find(TRUSTED, local, project, user);
  expect(found.map((line) => / off: (\S+) has "disableAllHooks": true/.exec(line)?.[1])).toEqual(files);
});

test.each([
  ['a comment', '{} // mine', 1],
  ['a trailing comma', '{ "model": "opus", }', 1],
  ['a byte order mark', '\uFEFF{}', 0],
  ['nothing', '\n', 0],
])('settings with %s', (_, text, count) => {
  const found = find(TRUSTED, undefined, text);
  expect(found).toHaveLength(count);
  for (const line of found) expect(line).toContain(`The client ignores all of ${PROJECT}`);
  expect(find(TRUSTED, text, undefined, text)).toEqual([]);
});
