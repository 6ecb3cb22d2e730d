import { describe, test } from 'vitest';
import { expectInTime } from './time.js';

const SETTINGS = '.claude/settings.json';

const many = <Value>(count: number, value: (index: number) => Value) =>
  Array.from({ length: count }, (_, at) => value(at));
const command = (text: string) => ({ type: 'command', command: text });
const settings = (hooks: unknown) => JSON.stringify({ hooks });
const preToolUse = (...groups: unknown[]) => settings({ PreToolUse: groups });

describe('a matcher is never run where it could take for ever', () => {
  test.each([
    ...[
      '(a+)+$',
      '((a|a)*)*b',
      '(.*)*x',
      '([A-Za-z]+)*\\d',
      '(?:.|.)*z',
      '(\\w|\\w)+!',
      '(?=(a+))\\1+b',
      '((((.*)*)*)*)x',
    ],
    ...[
      '(Write|Write)*?#',
      '.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*x',
      '(.+){50}x',
      '(a?){99}',
      'a{0,99999}',
    ],
    ...[
      '\\w*'.repeat(24),
      `${'.?'.repeat(45)}#`,
      '\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*\\w*#',
      '[a-z]*'.repeat(16),
    ],
    ...['('.repeat(100_000), '|'.repeat(100_000), 'a'.repeat(200_000), '.*'.repeat(100_000)],
    Array.from({ length: 10_000 }, (_, at) => `Tool${at}`).join('|'),
  ])('%.40s', (matcher) => {
    expectInTime(SETTINGS, preToolUse({ matcher, hooks: [command('true')] }));
  });
});

describe('a table of hooks takes no longer than its length', () => {
  test.each<[string, string]>([
    ['2,000 entries', preToolUse({ hooks: many(2_000, (at) => command(`"$CLAUDE_PROJECT_DIR"/${at}.sh`)) })],
    ['2,000 flat entries', preToolUse(...many(2_000, () => command('x')))],
    [
      '2,000 groups',
      preToolUse(...many(2_000, (at) => ({ matcher: `T${at}`, hooks: [command('$CLAUDE_PROJECT_DIR/x')] }))),
    ],
    ['2,000 unknown events', settings(Object.fromEntries(many(2_000, (at) => [`E${at}`, []])))],
    ['2,000 entries of no kind', preToolUse({ hooks: many(2_000, () => ({})) })],
    ['an agent in 2,000 matchers', settings({ SubagentStop: many(2_000, (at) => ({ matcher: `a${at}`, hooks: [] })) })],
    ['a list of 20,000', settings(many(20_000, () => ({})))],
    ...[
      '"',
      "'",
      '\\',
      '$',
      '$CLAUDE_PROJECT_DIR ',
      ' ',
      '||',
      '&&',
      'A=b ',
      'env ',
      '$\u007b',
      '-c ',
      '(',
      '`',
      '\n',
    ].map((text): [string, string] => [
      `a command of ${JSON.stringify(text)}`,
      preToolUse({ hooks: [command(text.repeat(200_000 / text.length))] }),
    ]),
  ])('%s', (_, text) => expectInTime(SETTINGS, text));
});

describe('other JSON takes no longer than its length', () => {
  test.each<[string, string, string]>([
    ['one key 5,000 times', SETTINGS, `{${many(5_000, () => '"a":1').join(',')}}`],
    ['20,000 keys', SETTINGS, `{${many(20_000, (at) => `"k${at}":1`).join(',')}}`],
    ['a text of 1 MB', SETTINGS, `{"a":"${'x'.repeat(1_000_000)}"}`],
    ['a text that is not closed', SETTINGS, `{"a":"${'\\'.repeat(200_001)}`],
    ['100,000 comments', SETTINGS, '/**/'.repeat(100_000)],
    ['100,000 open comments', SETTINGS, '/*'.repeat(100_000)],
    ['100,000 commas', SETTINGS, ','.repeat(100_000)],
    ['commas within brackets', SETTINGS, `[${','.repeat(100_000)}]`],
    ['a blank file of 1 MB', SETTINGS, ' \n'.repeat(500_000)],
    ['a number of 200 kB', SETTINGS, '1'.repeat(200_000)],
    ['rules of permissions', SETTINGS, JSON.stringify({ permissions: { deny: many(5_000, (at) => `foo${at}(`) } })],
    [
      'broken servers',
      '.mcp.json',
      JSON.stringify({ mcpServers: Object.fromEntries(many(3_000, (at) => [`s${at}`, {}])) }),
    ],
    [
      'agents of a plugin',
      '.claude-plugin/plugin.json',
      JSON.stringify({ name: 'p', agents: many(5_000, (at) => `${at}`) }),
    ],
    [
      'plugins',
      '.claude-plugin/marketplace.json',
      JSON.stringify({ plugins: many(5_000, (at) => ({ source: `${at}` })) }),
    ],
  ])('%s', (_, file, text) => expectInTime(file, text));
});
