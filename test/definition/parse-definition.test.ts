import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Location } from '../../src/definition/location.js';
import { readWhole } from '../../src/definition/markdown.js';
import type { AgentDefinition, DefinitionBody } from '../../src/definition/model.js';
import { parseDefinitionBody, recallDefinitionBody } from '../../src/definition/parse-body.js';
import { parseDefinition, parseWithPlaces } from '../../src/definition/parse-definition.js';
import { arbitraryText } from './arbitrary-text.js';
import { plain } from './place-of.js';

/** Every location in what the parser returns; the frontmatter's own values are the author's, whatever they look like. */
function locationsIn(value: unknown): Location[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return [...value.values()].flatMap(locationsIn);
  if ('line' in value && 'column' in value) return [value as Location];
  return Object.entries(value).flatMap(([key, below]) => (key === 'values' ? [] : locationsIn(below)));
}

const { frontmatter: _, lines: __, ...WHOLE } = definitionOf('---\nname: a\n---\n');
const PARTS = Object.keys(WHOLE) as (keyof DefinitionBody)[];

function definitionOf(text: string): AgentDefinition {
  const parsed = parseWithPlaces(text);
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  return parsed.definition;
}

/** Every part of a body, read now; a section as what its lines say. */
function partsOf(body: DefinitionBody | undefined): unknown {
  return plain(PARTS.map((name) => [name, name === 'sections' ? body?.sections.map(readWhole) : body?.[name]]));
}

test('no text makes the parser throw, and every place it names lies inside the text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const parsed = parseDefinition(text);
      const places = [...locationsIn(parsed), ...locationsIn(parseWithPlaces(text))];
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
        expect(partsOf(alone)).toEqual(partsOf(parsed.definition));
      } else if (parsed.kind !== 'invalid-yaml') expect(alone).toBeUndefined();
    }),
  );
});

test('what is kept of a body as JSON is the body', () => {
  const shipped = readFileSync(path.resolve(import.meta.dirname, '../../agents/backend-system-architect.md'), 'utf8');
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const parsed = parseWithPlaces(text);
      if (parsed.kind !== 'definition') return;
      const parts = partsOf(parsed.definition);
      const known = {};
      expect(partsOf(parseDefinitionBody(text, known))).toEqual(parts);
      const kept = JSON.parse(JSON.stringify(known));
      expect(partsOf(recallDefinitionBody(kept, () => text))).toEqual(parts);
    }),
    { examples: [[shipped]] },
  );
});

test('of a body whose parts are known the text is read for nothing but the rest', () => {
  const text = '---\nname: a\n---\n\n## Resource Scaling\n\n- Schema: 5-15 tool calls (tables)\n';
  const known = {};
  expect(parseDefinitionBody(text, known)?.budgets).toHaveLength(1);
  const readText = vi.fn(() => text);
  const body = recallDefinitionBody(known, readText);
  expect(body.budgets).toHaveLength(1);
  expect(readText).not.toHaveBeenCalled();
  expect(body.duties).toEqual([]);
  expect(body.sections).toHaveLength(1);
  expect(readText).toHaveBeenCalledOnce();
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
