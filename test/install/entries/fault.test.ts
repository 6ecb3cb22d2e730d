import { expect, test } from 'vitest';
import type { HookEntry } from '../../../src/install/entries/entry.js';
import { findFault } from '../../../src/install/entries/fault.js';

const START: HookEntry = {
  kind: 'hook',
  event: 'SubagentStart',
  hook: { type: 'command', command: './x', timeout: 1 },
};

test.each([
  ['[]', '1:1: the content must be an object'],
  ['"text"', '1:1: the content must be an object'],
  ['{\n  "hooks": []\n}', '2:12: "hooks" must be an object'],
  ['{ "hooks": null }', '1:12: "hooks" must be an object'],
  ['{ "hooks": {\r\n  "SubagentStart": {} } }', '2:20: "hooks.SubagentStart" must be an array'],
  ['{ "hooks": { "SubagentStart": null } }', '1:31: "hooks.SubagentStart" must be an array'],
  ['\uFEFF{ "a" 1 }', '1:7: it is not JSON: colon expected'],
  ['{\n  "a": 1\n  "b": 2\n}', '3:3: it is not JSON: comma expected'],
  ['{ "a": 1', '1:9: it is not JSON: close brace expected'],
  ['{} {}', '1:4: it is not JSON: end of file expected'],
  ["{ 'a': 1 }", '1:3: it is not JSON: invalid symbol'],
  ['\u00a0', '1:1: it is not JSON: invalid symbol'],
  ['// nothing else\n', '2:1: it is not JSON: value expected'],
])('%j is refused: %s', (text, fault) => {
  expect(findFault(text, [START])).toBe(fault);
});

test('other events may hold anything', () => {
  expect(findFault('{ "hooks": { "Stop": 5 } }', [START])).toBeUndefined();
});
