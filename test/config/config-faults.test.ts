import { describe, expect, test } from 'vitest';
import { CONFIG, run } from './run.js';

const runWith = (config: string, ...args: string[]) => run(args, { [CONFIG]: config });

/** What is said for a configuration: the place, what is wrong, and the help; nothing but these two lines. */
async function refusalOf(config: string): Promise<string[]> {
  const { exitCode, stdout, stderr } = await runWith(config);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  const [, place = '', what = '', help = ''] =
    /^error: .*[\\/]backend-system-architect\.config\.json:(\d+:\d+): (.*)\n {2}(.*)\n$/.exec(stderr) ?? [];
  return [place, what.replace(' is not allowed as it stands.', ''), help];
}

const LEVELS = 'Allowed: an object of rule ids, each with one of error, warning, info, off.';
const OVERRIDES = 'Allowed: a list of { "files": [globs], "rules": { … } }.';

describe('a configuration of the wrong shape is refused at its place, with what is allowed and no stack trace', () => {
  test.each([
    ['a list', '[]', '1:1', 'the configuration', 'It has to be an object, not a list.'],
    ['null', 'null', '1:1', 'the configuration', 'It has to be an object, not an empty value.'],
    ['a text for a truth value', '{\n  "strict": "yes"\n}', '2:13', 'strict', 'Allowed: true or false.'],
    ['a fraction of a count', '{ "maxWarnings": 1.5 }', '1:18', 'maxWarnings', 'Allowed: a whole number from 0.'],
    ['a count below 0', '{ "maxWarnings": -1 }', '1:18', 'maxWarnings', 'Allowed: a whole number from 0.'],
    ['rules in a list', '{ "rules": [] }', '1:12', 'rules', LEVELS],
    ['an unknown level', '{ "rules": {\n "agent-name": "loud" } }', '2:16', 'rules.agent-name', LEVELS],
    ['one glob for a list', '{ "ignore": "a" }', '1:13', 'ignore', 'Allowed: a list of globs.'],
    ['a number in a list of globs', '{ "ignore": ["a", 1] }', '1:19', 'ignore.1', 'Allowed: a list of globs.'],
    [
      'an override with one glob',
      '{ "overrides": [{ "files": "a", "rules": {} }] }',
      '1:28',
      'overrides.0.files',
      OVERRIDES,
    ],
    ['an override without rules', '{ "overrides": [{ "files": [] }] }', '1:17', 'overrides.0.rules', OVERRIDES],
    [
      'a number for a client',
      '{ "client": 7 }',
      '1:13',
      'client',
      'Allowed: the version of a client, such as "2.1.330".',
    ],
    [
      'a place behind a byte order mark and line ends',
      '\uFEFF{\r\n\t"strict": 1 }',
      '2:12',
      'strict',
      'Allowed: true or false.',
    ],
  ])('%s', async (_, config, ...refusal) => {
    expect(await refusalOf(config)).toEqual(refusal);
  });
});

describe('a name that there is not is refused with the nearest one', () => {
  const meant = (wrong: string, right: string) => `There is no rule "${wrong}"; did you mean "${right}"?`;
  test.each([
    ['a rule', '{ "rules": {\n  "agent-nam": "off" } }', '2:3', 'rules.agent-nam', meant('agent-nam', 'agent-name')],
    [
      'a rule of an override',
      '{ "overrides": [{ "files": [], "rules": { "agent-nam": "off" } }] }',
      '1:43',
      'overrides.0.rules.agent-nam',
      meant('agent-nam', 'agent-name'),
    ],
    ['a key', '{\n  "Strikt": true }', '2:3', 'Strikt', 'Did you mean "strict"?'],
    [
      'a key that is like none',
      '{ "zzzzzzzzzz": 1 }',
      '1:3',
      'zzzzzzzzzz',
      'Allowed: $schema, rules, overrides, ignore, strict, maxWarnings, client.',
    ],
  ])('%s', async (_, config, ...refusal) => {
    expect(await refusalOf(config)).toEqual(refusal);
  });
});

describe('a file that is not JSON is refused at the place of the fault', () => {
  test.each([
    ['an empty file', '', '1:1', 'it is not JSON: it is empty.'],
    ['an unclosed object', '{\n  "strict": true,\n', '2:18', 'it is not JSON: '],
    ['a missing comma', '{ "strict": true\n  "ignore": [] }', '2:3', 'it is not JSON: comma expected.'],
    ['a word that means nothing', '{ "strict": yes }', '1:13', 'it is not JSON: invalid symbol.'],
    ['a text behind the end', '{}\n{}', '2:1', 'it is not JSON: end of file expected.'],
  ])('%s', async (_, config, place, what) => {
    const [at, said, help] = await refusalOf(config);
    expect([at, said?.slice(0, what.length), help]).toEqual([
      place,
      what,
      'Mend it there, or name another file with --config.',
    ]);
  });

  test('100,000 open brackets', async () => {
    expect((await refusalOf('['.repeat(100_000)))[1]).toBe('it is not JSON: nested over 200 levels.');
  });
});

test.each([
  ['comments', '// why\n{ /* a */ "strict": true // b\n}'],
  ['trailing commas', '{ "ignore": ["x",], "strict": true, }'],
  ['a byte order mark and Windows line ends', '\uFEFF{\r\n"strict": true\r\n}\r\n'],
  ['a $schema', '{ "$schema": "./schema.json", "strict": true }'],
])('a configuration with %s is read', async (_, config) => {
  const { exitCode, stderr } = await runWith(config);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('--strict allows none.') });
});

test('--no-config does without a configuration that is broken', async () => {
  expect((await runWith('{', '--no-config')).exitCode).toBe(0);
});

describe('what is rare', () => {
  test.each(['{ "ignore": [""] }', '{ "overrides": [{ "files": [""], "rules": {} }] }'])(
    'an empty glob is refused at its place: %s',
    async (config) => expect((await runWith(config)).stderr).not.toContain('This should not happen'),
  );

  test('a rule named __proto__ is refused as any other that there is not', async () => {
    expect((await runWith('{ "rules": { "__proto__": "off" } }')).exitCode).toBe(2);
  });

  test('the name of a rule that is like none is said not to be a rule', async () => {
    expect((await refusalOf('{ "rules": { "zzzzzzzzzzzz": "off" } }'))[2]).toContain('There is no rule');
  });

  test('a key with a terminal escape steers no terminal', async () => {
    expect((await runWith('{ "\\u001b[2J": 1 }')).stderr).not.toContain('\u001b');
  });
});
