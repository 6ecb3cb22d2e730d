import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findMisfit, type JsonSchema } from '../../src/context/check-schema.js';
import schemas from '../../src/context/schemas/json-schemas.json' with { type: 'json' };
import { SCHEMA_SOURCES } from '../../src/context/schemas/sources.js';

const names = Object.keys(SCHEMA_SOURCES) as (keyof typeof SCHEMA_SOURCES)[];

test('the JSON Schemas are those of the zod schemas (run "npm run schemas" when they are not)', () => {
  expect(Object.keys(schemas)).toEqual(names);
  for (const name of names) expect(schemas[name]).toEqual(z.toJSONSchema(SCHEMA_SOURCES[name]));
});

const run = { id: 'r', agent: 'a', at: '2026-01-01T00:00:00.000Z' };
const decision = { agent: 'a', run: 'r', at: '2026-01-01', decision: 'd', reason: 'because', mine: 1 };
const task = { run: 'r', agent: 'a', at: '2026-01-01' };
const record = { tool_calls: { count: 1, complete: true, budget: null }, outside_boundaries: ['x'] };
const EXAMPLES = {
  decisions: { $schema: 'decisions/1', decisions: [decision], mine: [] },
  handoff: {
    ...{ $schema: 'handoff/1', id: 'i', from: 'a', to: 'b', purpose: 'p', run: 'r', created_at: '2026-01-01' },
    ...{ status: 'pending', feature: null, payload: { models_created: [] } },
  },
  outcome: { kind: 'completed', run, record, report: { feature: 'x' } },
  'session-state': {
    $schema: 'session-state/1',
    agent_decisions: { a: [decision] },
    tasks_completed: [{ ...task, ...record, feature: 'f', report: {} }],
    tasks_pending: [{ ...task, blockers: ['b'] }],
  },
} satisfies Record<keyof typeof SCHEMA_SOURCES, object>;

/** An example with one value, anywhere in it, replaced or taken out. */
function mutate(value: unknown, steps: number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const entries = Object.entries(value);
  if (entries.length === 0) return replacement;
  const index = step % entries.length;
  const changed = entries.flatMap(([key, child], at) => {
    if (at !== index) return [[key, child]];
    const next = mutate(child, rest, replacement);
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(value) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}

describe.each(names)('%s', (name) => {
  test('an example fits, and one with a wrong version or kind does not', () => {
    expect(findMisfit(schemas[name] as JsonSchema, EXAMPLES[name])).toBeUndefined();
    const [key] = Object.keys(EXAMPLES[name]);
    expect(findMisfit(schemas[name] as JsonSchema, { ...EXAMPLES[name], [key ?? '']: 'other/9' })).toBeDefined();
  });

  test('whatever is changed in the example, the check agrees with zod', () => {
    const replacement = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 5 }), replacement, (steps, value) => {
        const data = mutate(EXAMPLES[name], steps, value);
        const fits = findMisfit(schemas[name] as JsonSchema, data) === undefined;
        expect(fits).toBe(z.safeParse(SCHEMA_SOURCES[name], data).success);
      }),
      { numRuns: 1_000 },
    );
  });
});
