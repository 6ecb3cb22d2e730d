import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Location } from '../../src/definition/location.js';
import { parseDefinitionBody } from '../../src/definition/parse-body.js';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { arbitraryText } from './arbitrary-text.js';

/** Every location in what the parser returns; the frontmatter's own values are the author's, whatever they look like. */
function locationsIn(value: unknown): Location[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return [...value.values()].flatMap(locationsIn);
  if ('line' in value && 'column' in value) return [value as Location];
  return Object.entries(value).flatMap(([key, below]) => (key === 'values' ? [] : locationsIn(below)));
}

test('no text makes the parser throw, and every place it names lies inside the text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const parsed = parseDefinition(text);
      const places = locationsIn(parsed);
      if (parsed.kind === 'definition') {
        const { values, keys, locate, locateKey } = parsed.definition.frontmatter;
        for (const key of [...keys, ...Object.keys(values), 'missing']) {
          places.push(locate([key]), locate([key, 0]), locateKey([key]), locateKey([key, 'missing']));
        }
      }
      const lengths = text.split('\n').map((line) => line.length);
      for (const { line, column } of places) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lengths.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lengths[line - 1] ?? 0) + 1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the body read alone is the body of the whole definition', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const parsed = parseDefinition(text);
      const alone = parseDefinitionBody(text);
      if (parsed.kind === 'definition') {
        const { frontmatter, lines, ...body } = parsed.definition;
        expect(alone).toEqual(body);
      } else if (parsed.kind !== 'invalid-yaml') expect(alone).toBeUndefined();
    }),
  );
});

test('dashes inside the frontmatter are located, also where the YAML does not parse', () => {
  expect(parseDefinition('---\nname: a --- b\n---\n')).toMatchObject({
    kind: 'definition',
    earlyFence: { line: 2, column: 9 },
  });
  expect(parseDefinition('---\nname: "a --- b\n---\n')).toMatchObject({
    kind: 'invalid-yaml',
    earlyFence: { line: 2, column: 10 },
  });
});
