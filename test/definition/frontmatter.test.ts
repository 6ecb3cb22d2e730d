import { describe, expect, test } from 'vitest';
import { type Frontmatter, type ParsedFrontmatter, parseFrontmatter } from '../../src/definition/frontmatter.js';
import { LineMap } from '../../src/definition/location.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { placeOf, plain } from './place-of.js';

const fileOf = (...lines: string[]) => `---\n${lines.join('\n')}\n---\nBody\n`;
const FENCE = { line: 1, column: 1 };

function parse(file: string): ParsedFrontmatter {
  const split = splitFrontmatter(file);
  if (split.kind !== 'split') throw new Error(split.kind);
  return parseFrontmatter(split.frontmatter, new LineMap(file));
}

function read(file: string): Frontmatter {
  const parsed = parse(file);
  if (parsed.kind === 'invalid') throw new Error(parsed.reason);
  const { frontmatter } = parsed;
  return {
    ...frontmatter,
    locate: (path) => plain(frontmatter.locate(path)),
    locateWord: (path, word, from) => plain(frontmatter.locateWord(path, word, from)),
    locateKey: (path) => plain(frontmatter.locateKey(path)),
  };
}

describe('values are those that the client reads', () => {
  test.each<[string, string[], Record<string, unknown>]>([
    ['texts, numbers, truth values', ['a: x', 'b: 1', 'c: true', 'd: "1"'], { a: 'x', b: 1, c: true, d: '1' }],
    ['an empty value is null', ['a:', 'b: ~'], { a: null, b: null }],
    ['a date and a yes are texts', ['a: 2020-01-01', 'b: yes'], { a: '2020-01-01', b: 'yes' }],
    ['lists in both forms', ['a: [x, y]', 'b:', '  - x', '  - y'], { a: ['x', 'y'], b: ['x', 'y'] }],
    ['a folded text', ['a: >-', '  x', '  y'], { a: 'x y' }],
    ['tabs as indentation', ['a:', '\tb:', '\t\t- x'], { a: { b: ['x'] } }],
    ['the last of two equal keys', ['a: x', 'a: y'], { a: 'y' }],
    ['aliases', ['a: &x hello', 'b: *x'], { a: 'hello', b: 'hello' }],
    ['a comment is no value', ['a: fixes #12', '# b: x'], { a: 'fixes' }],
    ['no value at all', [''], {}],
    ['a list has no keys', ['- a', '- b'], {}],
    ['a text has no keys', ['a'], {}],
  ])('%s', (_, lines, values) => {
    expect(read(fileOf(...lines)).values).toEqual(values);
  });
});

describe('a plain value that YAML refuses is read as a text', () => {
  test.each([
    ['Use this: when needed'],
    ['@me and others'],
    ['%s of it'],
    ['`code` first'],
    ['**bold** first'],
    ['a: "b" and c: \\d'],
  ])('%s', (text) => {
    const file = fileOf('name: a', `description: ${text}`, 'model: opus');
    expect(read(file).values).toEqual({ name: 'a', description: text, model: 'opus' });
  });

  test('and what stands below it is still located where it stands', () => {
    const file = fileOf('name: a', 'description: Use "this": when needed', 'model: opus', 'tools:', '  - Read');
    const { locate, locateKey } = read(file);
    expect(locate(['description'])).toEqual(placeOf(file, 'description: ', 'Use'));
    expect(locateKey(['model'])).toEqual(placeOf(file, '', 'model'));
    expect(locate(['model'])).toEqual(placeOf(file, 'model: ', 'opus'));
    expect(locate(['tools', 0])).toEqual(placeOf(file, '- ', 'Read'));
  });
});

describe('places', () => {
  const file = fileOf(
    'name: reviewer',
    'description: >-',
    '  Reads',
    'tools: [Read, "Grep"]',
    'hooks:',
    '  Stop:',
    '    - hooks:',
    '        - type: command',
    "          command: 'true'",
  );
  const { locate, locateKey } = read(file);
  const entry = ['hooks', 'Stop', 0, 'hooks', 0];

  test('of values are where they start, quotes and block marks included', () => {
    expect(locate(['name'])).toEqual(placeOf(file, 'name: ', 'reviewer'));
    expect(locate(['description'])).toEqual(placeOf(file, 'description: ', '>-'));
    expect(locate(['tools'])).toEqual(placeOf(file, 'tools: ', '['));
    expect(locate(['tools', 1])).toEqual(placeOf(file, ', ', '"Grep"'));
    expect(locate(entry)).toEqual(placeOf(file, '- ', 'type'));
    expect(locate([...entry, 'command'])).toEqual(placeOf(file, 'command: ', "'true'"));
  });

  test('of keys are where they start', () => {
    expect(locateKey(['hooks'])).toEqual(placeOf(file, '\n', 'hooks'));
    expect(locateKey(['hooks', 'Stop'])).toEqual(placeOf(file, '', 'Stop'));
    expect(locateKey([...entry, 'command'])).toEqual(placeOf(file, '  ', 'command:'));
  });

  test('of what is missing are those of the nearest parent that exists, at last the fence', () => {
    expect(locate([...entry, 'args', 0])).toEqual(locate(entry));
    expect(locate(['hooks', 'Stop', 7, 'hooks'])).toEqual(locate(['hooks', 'Stop']));
    expect(locate(['name', 'first'])).toEqual(locate(['name']));
    expect(locate(['model'])).toEqual(FENCE);
    expect(locate([])).toEqual(FENCE);
    expect(locateKey([...entry, 'args'])).toEqual(locate(entry));
    expect(locateKey(['model'])).toEqual(FENCE);
    expect(locateKey([])).toEqual(FENCE);
  });

  test('of an empty value are behind its key', () => {
    const empty = fileOf('name:', 'description: Reads');
    const { line, column } = read(empty).locate(['name']);
    expect(line).toBe(2);
    expect(column).toBeGreaterThanOrEqual('name:'.length);
  });

  test('lead through an alias to what it stands for', () => {
    const aliased = fileOf('a: &x', '  b: [y]', 'c: *x');
    expect(read(aliased).locate(['c'])).toEqual(placeOf(aliased, '', '*x'));
    expect(read(aliased).locate(['c', 'b', 0])).toEqual(placeOf(aliased, '[', 'y'));
  });

  test('are the same with tabs, Windows line ends and a byte order mark', () => {
    const tabs = fileOf('tools:', '\t- Read');
    expect(read(tabs).locate(['tools', 0])).toEqual(placeOf(tabs, '\t- ', 'Read'));
    const windows = `\uFEFF${file.replaceAll('\n', '\r\n')}`;
    expect(read(windows).locate([...entry, 'command'])).toEqual(locate([...entry, 'command']));
  });

  test('of a key that stands twice are that of the last one, and each repetition is listed', () => {
    const twice = fileOf('model: opus', 'name: a', 'model: sonnet', 'model: haiku');
    const { duplicates, keys, ...found } = read(twice);
    expect(found.locate(['model'])).toEqual(placeOf(twice, '', 'haiku'));
    expect(found.locateKey(['model'])).toEqual(placeOf(twice, '', 'model: haiku'));
    expect(keys).toEqual(['model', 'name']);
    expect(duplicates).toEqual([
      { key: 'model', location: placeOf(twice, '', 'model: sonnet') },
      { key: 'model', location: placeOf(twice, '', 'model: haiku') },
    ]);
  });

  test('of a word are where it stands in its value, not where it is part of another word', () => {
    const words = fileOf('tools: NotebookRead, Read,Grep', 'skills:', '  - lint');
    expect(read(words).locateWord(['tools'], 'Read')).toEqual(placeOf(words, ', ', 'Read'));
    expect(read(words).locateWord(['tools'], 'Grep')).toEqual(placeOf(words, ',', 'Grep'));
    expect(read(words).locateWord(['tools'], 'Glob')).toEqual(read(words).locate(['tools']));
    expect(read(words).locateWord(['skills', 0], 'lint')).toEqual(placeOf(words, '- ', 'lint'));
    expect(read(words).locateWord(['nothing'], 'lint')).toEqual(FENCE);
  });
});

describe('frontmatter that is no YAML comes with the reason and the place', () => {
  test('a wrong indentation', () => {
    const file = fileOf('tools:', '  - Read', ' - Grep');
    expect(parse(file)).toEqual({
      kind: 'invalid',
      reason: expect.stringMatching(/^\S.*\S$/),
      location: placeOf(file, '', ' - Grep'),
    });
  });

  test('an error at the end is located inside the frontmatter', () => {
    const file = fileOf('name: a', 'description: "Reads');
    const parsed = parse(file);
    expect(parsed).toMatchObject({ kind: 'invalid', location: { line: 3 } });
  });

  test('aliases that grow without bound are refused before they are expanded', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]`,
    );
    expect(parse(fileOf('l0: &l0 [x]', ...levels))).toMatchObject({
      kind: 'invalid',
      location: { line: 2, column: 1 },
    });
  });

  test('a tag that names code is only a tag', () => {
    expect(read(fileOf('name: !!js/function "function () { return 1; }"')).values).toEqual({
      name: 'function () { return 1; }',
    });
  });
});
