import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ParsedFrontmatter, parseFrontmatter, parseFully } from '../../src/definition/frontmatter.js';
import { LineMap, type ValuePath } from '../../src/definition/location.js';
import { placePlainYaml } from '../../src/definition/plain-yaml.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { isObject } from '../../src/is-object.js';
import { yamlLine } from './arbitrary-yaml.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Every path to a value, and some that lead nowhere. */
function pathsIn(value: unknown, at: ValuePath = []): ValuePath[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...at, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...at, key]))
      : [];
  return [at, ...below, [...at, 'missing'], [...at, 99], [...at, 'missing', 0]];
}

function textAt(value: unknown, at: ValuePath): string {
  const found = at.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
  return typeof found === 'string' ? found : '';
}

/** Holds the places of the plain reader to those of the parser; tells whether it knew them itself. */
function agree(text: string): boolean {
  const slice = { text, offset: 4 };
  const lines = new LineMap(`---\n${text}---\n`);
  const [plain, full] = [parseFrontmatter(slice, lines), parseFully(slice, lines)].map(frontmatterOf);
  if (!plain || !full) return false;
  for (const at of pathsIn(full.values)) {
    const words = textAt(full.values, at).match(/[\w-]+/g) ?? ['none'];
    const placesOf = ({ locate, locateKey, locateWord }: typeof full) =>
      [locate(at), locateKey(at), ...words.map((word, index) => locateWord(at, word, index))].map(
        ({ line, column }) => `${line}:${column}`,
      );
    expect(placesOf(plain), `${JSON.stringify(at)} in ${JSON.stringify(text)}`).toEqual(placesOf(full));
  }
  return placePlainYaml(text) !== undefined;
}

function frontmatterOf(parsed: ParsedFrontmatter) {
  return parsed.kind === 'parsed' ? parsed.frontmatter : undefined;
}

test('the plain reader finds every place in the frontmatter of the shipped agents and of all skills', async () => {
  const skills = (await readdir(path.join(root, 'skills'))).map((name) => `skills/${name}/SKILL.md`);
  for (const file of ['agents/backend-system-architect.md', 'plugin/backend-system-architect.md', ...skills]) {
    const split = splitFrontmatter(await readFile(path.join(root, file), 'utf8'));
    if (split.kind !== 'split') throw new Error(file);
    expect(agree(split.frontmatter.text), file).toBe(true);
  }
});

test('it places values, keys and words where the YAML parser does, or asks it', () => {
  let placed = 0;
  fc.assert(
    fc.property(fc.array(yamlLine, { maxLength: 8 }), fc.constantFrom('\n', '\n\n'), (lines, end) => {
      if (agree(lines.join('\n') + end)) placed += 1;
    }),
    { numRuns: 6_000 },
  );
  expect(placed).toBeGreaterThan(200);
});
