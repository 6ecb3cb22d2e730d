import fc from 'fast-check';
import { type ParseError, parse } from 'jsonc-parser/lib/esm/main.js';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ANSWERS } from '../../../src/answers/answers.js';
import { addEntries, removeEntries } from '../../../src/install/entries/edit.js';
import type { Entry, HookEntry } from '../../../src/install/entries/entry.js';
import { findFault } from '../../../src/install/entries/fault.js';
import { listEntries } from '../../../src/install/entries/shipped.js';
import { settingsTexts } from './arbitrary-settings.js';

const SESSION_HOOKS = listEntries(DEFAULT_ANSWERS)
  .filter((entry) => entry.kind === 'hook')
  .filter(({ event }) => event === 'SubagentStart');
const command = (name: string) => ({ type: 'command' as const, command: `./${name}`, timeout: 5 });
const OURS = JSON.stringify(SESSION_HOOKS[0]?.hook);

/** Several entries, so that one stands in what another one made. */
const MANY: readonly HookEntry[] = [
  ...SESSION_HOOKS,
  { kind: 'hook', event: 'SubagentStart', matcher: 'architect', hook: command('one') },
  { kind: 'hook', event: 'UserPromptSubmit', hook: command('two') },
];

const OTHER = '{ "hooks": [{ "type": "command", "command": "./mine.sh" }] }';

const texts: [name: string, text: string][] = [
  ['nothing but an object', '{}'],
  ['an object with a blank', '{ }\n'],
  ['an object over two lines', '{\n}\n'],
  ['no content', ''],
  ['blank lines', '\n \n'],
  ['other settings', '{\n  "model": "opus",\n  "permissions": { "allow": ["Bash(ls)"] }\n}\n'],
  ['four blanks', '{\n    "model": "opus"\n}\n'],
  ['tabs', '{\n\t"model": "opus",\n\t"hooks": {\n\t\t"Stop": []\n\t}\n}\n'],
  ['CRLF', '{\r\n  "model": "opus"\r\n}\r\n'],
  ['CRLF and an empty object of hooks', '{\r\n  "hooks": {}\r\n}\r\n'],
  ['a byte order mark', '\uFEFF{\n  "model": "opus"\n}\n'],
  ['a byte order mark alone', '\uFEFF'],
  ['one line', '{"model":"opus","hooks":{"Stop":[]}}'],
  ['one line with blanks', '{ "model": "opus", "hooks": { "SubagentStart": [ ] } }\n'],
  ['one line and a group of SubagentStart', `{"hooks":{"SubagentStart":[${OTHER}]}}`],
  ['an empty list', '{\n  "hooks": {\n    "SubagentStart": []\n  }\n}\n'],
  ['an empty list over two lines', '{\n  "hooks": {\n    "SubagentStart": [\n    ]\n  }\n}\n'],
  ['a list with a comment only', '{\n  "hooks": {\n    "SubagentStart": [ // none yet\n    ]\n  }\n}\n'],
  ['another group', `{\n  "hooks": {\n    "SubagentStart": [\n      ${OTHER}\n    ]\n  }\n}\n`],
  ['a trailing comma', `{\n  "hooks": {\n    "SubagentStart": [\n      ${OTHER},\n    ],\n  },\n}\n`],
  [
    'a comment at the end of the list',
    `{\n  "hooks": {\n    "SubagentStart": [\n      ${OTHER} // mine\n    ]\n  }\n}`,
  ],
  [
    'a comma, then a comment',
    `{\n  "hooks": {\n    "SubagentStart": [\n      ${OTHER}, // mine\n      // more\n    ]\n  }\n}`,
  ],
  [
    'comments everywhere',
    `// a\n{ // b\n  /* c */ "hooks": { // d\n    "Stop": [${OTHER}] // e\n    // f\n  } // g\n} // h\n`,
  ],
  ['a bracket on the last line', `{\n  "hooks": {\n    "SubagentStart": [{\n      "hooks": []\n    }] } }`],
  ['a group that the client ignores', '{ "hooks": { "SubagentStart": [null, {}, { "hooks": 1 }] } }'],
  ['a key that is there twice', `{\n  "hooks": 5,\n  "hooks": { "Stop": [] }\n}\n`],
  ['no indentation', `{\n"model": "opus",\n"hooks": {\n"SubagentStart": [\n${OTHER}\n]\n}\n}\n`],
];

describe.each(texts)('a file with %s', (_, text) => {
  test.each([
    ['one entry', SESSION_HOOKS],
    ['several', MANY],
  ])('takes %s at the end of the lists, and gives them back without a trace', (_, entries) => {
    expect(findFault(text, MANY)).toBeUndefined();
    const { text: merged = '', added } = addEntries(text, entries);
    expect(added).toMatchObject(entries);
    expect(read(merged)).toEqual(withEntries(text, entries));
    expect(addEntries(merged, entries)).toEqual({ text: merged, added: [] });
    expect(removeEntries(merged, added)).toEqual({ text });
  });
});

/** A group that is short enough to read. */
const SHORT: HookEntry = {
  kind: 'hook',
  event: 'SubagentStart',
  hook: { type: 'command', command: './x', timeout: 1 },
};
const LINE = '{"hooks":[{"type":"command","command":"./x","timeout":1}]}';
const SPACED = '{ "hooks": [ { "type": "command", "command": "./x", "timeout": 1 } ] }';

/** The group over several lines, as it looks at a given depth. */
const group = (unit: string, depth: number, lineBreak = '\n') =>
  JSON.stringify(JSON.parse(LINE), null, unit).replaceAll('\n', lineBreak + unit.repeat(depth));

test.each([
  ['tabs', '{\n\t"hooks": {\n\t\t"SubagentStart": []\n\t}\n}', `[\n\t\t\t${group('\t', 3)}\n\t\t]\n\t}\n}`],
  ['CRLF', '{\r\n "hooks": {\r\n  "SubagentStart": []}}', `[\r\n   ${group(' ', 3, '\r\n')}\r\n  ]}}`],
  ['a missing list', '{\n "hooks": {\n  "Stop": 1\n }\n}', `1,\n  "SubagentStart": [\n   ${group(' ', 3)}\n  ]\n }\n}`],
  ['deeper elements', '{\n "hooks": {"SubagentStart": [\n    {},\n    {}\n ]}}', `{},\n    ${group(' ', 4)}\n ]}}`],
  [
    'a group that begins beside its bracket',
    '{\n "hooks": {"SubagentStart": [{\n }]}}',
    `{\n },\n  ${group(' ', 2)}]}}`,
  ],
  [
    'comments',
    '{"hooks":{"SubagentStart":[ 1 /* a */ // b\n// c\n]}}',
    `1, /* a */ // b\n  ${group('  ', 1)}\n// c\n]}}`,
  ],
  ['a comma', '{"hooks":{"SubagentStart":[ 1, // b\n// c\n]}}', `1, // b\n  ${group('  ', 1)},\n// c\n]}}`],
  ['a list on one line', '{\n"hooks":{"SubagentStart":[1,2]}\n}', `2,${LINE}]}\n}`],
  ['one line', '{"hooks":{}}', `{"SubagentStart":[${LINE}]}}`],
  ['one line with blanks', '{ "hooks": { "SubagentStart": [1, 2] } }', `[1, 2, ${SPACED}] } }`],
  ['one line with blanks and no list', '{ "hooks": { "Stop": 1 } }', `{ "Stop": 1, "SubagentStart": [ ${SPACED} ] } }`],
])('the entry is laid out like a file with %s', (_, text, end) => {
  const { text: merged = '' } = addEntries(text, [SHORT]);
  expect(merged.slice(-end.length)).toBe(end);
  const matched = addEntries(text, [{ ...SHORT, matcher: 'a' }]).text ?? '';
  expect(matched.replace(/"matcher": ?"a",\s*/, '')).toBe(merged);
});

test('every byte outside of the entry stays where it was, whatever the file holds', () => {
  fc.assert(
    fc.property(settingsTexts(), fc.constantFrom(SESSION_HOOKS, MANY), (text, entries) => {
      const { text: merged = '', added } = addEntries(text, entries);
      expect(read(merged)).toEqual(withEntries(text, entries));
      expect(isSubsequence(text, merged)).toBe(true);
      expect(addEntries(merged, entries)).toEqual({ text: merged, added: [] });
      expect(removeEntries(merged, added)).toEqual({ text });
    }),
    { numRuns: 1_000 },
  );
});

test('an entry is taken out of whatever layout the file has got since', () => {
  const [group] = SESSION_HOOKS.map(({ hook }) => ({ hooks: [hook] }));
  const recorded = SESSION_HOOKS.map((entry) => ({ ...entry, position: 0, made: [] }));
  fc.assert(
    fc.property(settingsTexts(group), (text) => {
      const { text: left = '' } = removeEntries(text, recorded);
      const data = read(text) as { hooks?: Record<string, unknown[]> };
      const groups = data.hooks?.SubagentStart;
      if (groups) data.hooks = { ...data.hooks, SubagentStart: groups.filter((other) => !equals(other, group)) };
      expect(read(left)).toEqual(data);
      expect(isSubsequence(left, text)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a file that did not exist is made, and goes again', () => {
  const { text = '', added } = addEntries(undefined, SESSION_HOOKS);
  expect(text).toBe(
    `${JSON.stringify({ hooks: { SubagentStart: [{ hooks: [SESSION_HOOKS[0]?.hook] }] } }, null, 2)}\n`,
  );
  expect(removeEntries(text, added)).toEqual({ text: undefined });
  expect(removeEntries(JSON.stringify(JSON.parse(text)), added)).toEqual({ text: undefined });
});

test('a file that did not exist is as one without content would be, with any entries', () => {
  const hook = fc
    .tuple(fc.constantFrom('SubagentStart', 'Stop'), fc.option(fc.constantFrom('a', 'b|c'), { nil: undefined }))
    .chain(([event, matcher]) =>
      fc.constantFrom('one', 'two').map((name): Entry => ({ kind: 'hook', event, matcher, hook: command(name) })),
    );
  const server = fc
    .constantFrom('a', 'b "c"', 'd')
    .map((name): Entry => ({ kind: 'server', name, server: { command: 'npx', args: [name], env: undefined } }));
  fc.assert(
    fc.property(fc.oneof(fc.array(hook, { minLength: 1 }), fc.array(server, { minLength: 1 })), (entries) => {
      const { text, added } = addEntries('\n', entries);
      const [first, ...rest] = added;
      const all = first && [{ ...first, made: ['file', ...first.made] }, ...rest];
      expect(addEntries(undefined, entries)).toEqual({ text, added: all });
    }),
    { numRuns: 300 },
  );
  expect(addEntries(undefined, [])).toEqual({ text: undefined, added: [] });
});

test.each([
  ['another setting', (text: string) => text.replace('{', '{ "model": "opus",'), '{ "model": "opus"\n}\n'],
  ['a comment', (text: string) => `// mine\n${text}`, '// mine\n{}\n'],
  ['a comment in the list', (text: string) => text.replace('[', '[ // mine'), 'mine'],
])('a file of ours stays when the user wrote %s into it', (_, edit, expected) => {
  const { text = '', added } = addEntries(undefined, SESSION_HOOKS);
  const { text: left = '' } = removeEntries(edit(text), added);
  expect(left).toContain(expected);
  expect(left).not.toContain('agent-start.sh');
  expect(findFault(left, SESSION_HOOKS)).toBeUndefined();
});

test('a hook that the user put into our group stays there', () => {
  const { text = '', added } = addEntries('{}', SESSION_HOOKS);
  const shared = text.replace(/("timeout": 10\s*\})/, '$1, { "type": "command", "command": "./mine.sh" }');
  const { text: left = '' } = removeEntries(shared, added);
  expect(read(left)).toEqual({ hooks: { SubagentStart: [{ hooks: [{ type: 'command', command: './mine.sh' }] }] } });
});

test('what the user wrote after our entry stays, and the line comment before it does not swallow it', () => {
  const text = `{ "hooks": { "SubagentStart": [${OTHER}, // mine\n { "hooks": [${OURS}] }, ${OTHER}] } }`;
  const recorded = addEntries('{}', SESSION_HOOKS).added;
  const { text: left = '' } = removeEntries(text, recorded);
  expect(read(left)).toEqual({ hooks: { SubagentStart: [JSON.parse(OTHER), JSON.parse(OTHER)] } });
  expect(left).toContain('// mine\n');
});

test.each([
  ['another timeout', OURS.replace('10', '20')],
  ['another command', OURS.replace('agent-start', 'mine')],
])('an entry with %s is not taken out', (_, hook) => {
  const text = `{ "hooks": { "SubagentStart": [{ "hooks": [${hook}] }] } }`;
  expect(removeEntries(text, addEntries(undefined, SESSION_HOOKS).added)).toEqual({ text });
});

const equals = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The data of a text as every reader sees it. */
function read(text: string): unknown {
  const errors: ParseError[] = [];
  const data = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  expect(errors).toEqual([]);
  return data;
}

/** What the file should say afterwards, made from its data. */
function withEntries(text: string, entries: readonly HookEntry[]): unknown {
  const data = (text.replace(/^\uFEFF/, '').trim() === '' ? {} : read(text)) as { hooks?: Record<string, unknown[]> };
  data.hooks ??= {};
  for (const { event, matcher, hook } of entries) {
    data.hooks[event] ??= [];
    data.hooks[event].push(matcher === undefined ? { hooks: [hook] } : { matcher, hooks: [hook] });
  }
  return data;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (part.startsWith(character, at)) at += character.length;
  return at === part.length;
}
