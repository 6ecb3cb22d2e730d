import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/definition/plain-yaml.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { readYaml } from '../../src/definition/yaml-text.js';
import { yamlLine } from './arbitrary-yaml.js';

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
  test('for lines of every kind, one after another', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(yamlLine, { maxLength: 8 }), fc.constantFrom('\n', '', '\n\n'), (lines, end) => {
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
