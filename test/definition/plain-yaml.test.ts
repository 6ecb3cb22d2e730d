import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/definition/plain-yaml.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { readYaml } from '../../src/definition/yaml-text.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Holds the reader to the parser: it says the same, or nothing. */
function agree(text: string): boolean {
  const values = readPlainYaml(text);
  if (values === undefined) return false;
  const full = readYaml(text);
  expect(full.error, text).toBeUndefined();
  // An empty text is no mapping, and has no values either.
  expect(values, text).toEqual(full.values ?? {});
  expect(Object.keys(values)).toEqual(Object.keys((full.values as object) ?? {}));
  return true;
}

test('it reads the frontmatter of the shipped agents and of all skills', async () => {
  const skills = (await readdir(path.join(root, 'skills'))).map((name) => `skills/${name}/SKILL.md`);
  for (const file of ['agents/backend-system-architect.md', 'plugin/backend-system-architect.md', ...skills]) {
    const split = splitFrontmatter(await readFile(path.join(root, file), 'utf8'));
    if (split.kind !== 'split') throw new Error(file);
    expect(agree(split.frontmatter.text), file).toBe(true);
  }
});

describe('it says what the YAML parser says, or nothing', () => {
  const word = fc.constantFrom(
    ...[
      'Read',
      'a b',
      'true',
      'no',
      'null',
      '~',
      '7',
      '007',
      '1.5',
      '-1',
      '0x1f',
      '1e3',
      '.inf',
      '2026-01-01',
      '/a/b',
      "it's",
    ],
    ...[
      '"a: b"',
      "'x'",
      "'it''s'",
      '"\\n"',
      '"open',
      '[a, b]',
      '[a, [b]]',
      '[]',
      '[a,]',
      '[ ]',
      '[1, true]',
      '[a: b]',
      '{a: 1}',
      '{}',
    ],
    ...[
      'a: b',
      'a #c',
      'a# c',
      'http://x',
      'a:b',
      'a:',
      ': a',
      '#c',
      '*a',
      '&a b',
      '!!str 1',
      '@a',
      '`a`',
      '%a',
      '? a',
      '- a',
      '-',
    ],
    ...[
      '|',
      '>',
      '>-',
      '|-',
      '>+',
      '|2',
      '> x',
      'ä',
      '😀',
      '\ud800',
      '<<',
      '',
      ' ',
      '""',
      "''",
      ',',
      'a, b',
      ']',
      'a]',
      'a[0]',
    ],
  );
  const key = fc.constantFrom(
    'name',
    'description',
    'tools',
    'a-b',
    'y',
    'true',
    '<<',
    '1',
    '"q"',
    'on',
    '__proto__',
    'a b',
    'k'.repeat(1_025),
    'a\u00a0',
  );
  const indent = fc.constantFrom('', '  ', '    ', '      ', ' ', '\t', '\u00a0', '\u3000');
  const line = fc.oneof(
    fc.tuple(indent, key, word).map(([space, name, value]) => `${space}${name}: ${value}`),
    fc.tuple(indent, key).map(([space, name]) => `${space}${name}:`),
    fc.tuple(indent, word).map(([space, value]) => `${space}- ${value}`),
    fc.tuple(indent, key, word).map(([space, name, value]) => `${space}- ${name}: ${value}`),
    fc.tuple(indent, word).map(([space, value]) => `${space}${value}`),
    fc.constantFrom('', '   ', '# comment', '  # comment', '---', '...', '\r', 'a:\tb'),
  );

  test('for lines of every kind, one after another', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '', '\n\n'), (lines, end) => {
        if (agree(lines.join('\n') + end)) read += 1;
      }),
      { numRuns: 6_000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test('for any text', () => {
    const character = fc.constantFrom(...'ab:-#"\'[]{},|>&*!%@`~?. \n\t01'.split(''));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (characters) => {
        agree(characters.join(''));
      }),
      { numRuns: 6_000 },
    );
  });
});
