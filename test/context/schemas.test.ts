import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findMisfit, type JsonSchema } from '../../src/context/check-schema.js';
import schemas from '../../src/context/schemas/json-schemas.json' with { type: 'json' };
import { SCHEMA_SOURCES } from '../../src/context/schemas/sources.js';
import { CONTEXT_EXAMPLES } from '../support/context-examples.js';
import { mutate } from '../support/mutate.js';

const names = Object.keys(SCHEMA_SOURCES) as (keyof typeof SCHEMA_SOURCES)[];

test('the JSON Schemas are those of the zod schemas (run "npm run schemas" when they are not)', () => {
  expect(Object.keys(schemas)).toEqual(names);
  for (const name of names) expect(schemas[name]).toEqual(z.toJSONSchema(SCHEMA_SOURCES[name]));
});

describe.each(names)('%s', (name) => {
  test('an example fits, and one with a wrong version or kind does not', () => {
    expect(findMisfit(schemas[name] as JsonSchema, CONTEXT_EXAMPLES[name])).toBeUndefined();
    const [key] = Object.keys(CONTEXT_EXAMPLES[name]);
    expect(
      findMisfit(schemas[name] as JsonSchema, { ...CONTEXT_EXAMPLES[name], [key ?? '']: 'other/9' }),
    ).toBeDefined();
  });

  test('whatever is changed in the example, the check agrees with zod', () => {
    const replacement = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 5 }), replacement, (steps, value) => {
        const data = mutate(CONTEXT_EXAMPLES[name], steps, value);
        const fits = findMisfit(schemas[name] as JsonSchema, data) === undefined;
        expect(fits).toBe(z.safeParse(SCHEMA_SOURCES[name], data).success);
      }),
      { numRuns: 1_000 },
    );
  });
});
