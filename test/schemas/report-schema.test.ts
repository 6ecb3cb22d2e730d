import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { checkReport, deriveShape, type ReportContract } from '../../src/definition/report-contract.js';
import { reportSchema } from '../../src/schemas/report-schema.js';
import { mutate } from '../support/mutate.js';
import { compile, compileSchema } from './ajv.js';

const json = fc.jsonValue({ maxDepth: 3 });
const steps = fc.array(fc.nat(20), { maxLength: 5 });

async function shippedContract(): Promise<ReportContract> {
  const file = path.resolve(import.meta.dirname, '../../agents/backend-system-architect.md');
  const parsed = parseDefinition(await readFile(file, 'utf8'));
  if (parsed.kind !== 'definition' || parsed.definition.outputFormat.kind !== 'contract') throw new Error(file);
  return parsed.definition.outputFormat.contract;
}

test('whatever is changed in the report of the definition, its schema and the hook agree', async () => {
  const contract = await shippedContract();
  const validate = await compileSchema('report');
  const report = JSON.parse(contract.example);
  expect(validate(report)).toBe(true);
  fc.assert(
    fc.property(steps, fc.oneof(json, fc.constantFrom(undefined, 'GET', 'get', '/a', '10/min')), (at, value) => {
      const changed = mutate(report, at, value) ?? null;
      expect(validate(changed)).toBe(checkReport(contract, changed).length === 0);
    }),
    { numRuns: 1_000 },
  );
});

test('for any example, the schema and the hook agree on any report', () => {
  fc.assert(
    fc.property(json, json, steps, json, (example, other, at, value) => {
      const contract = { shape: deriveShape(example), example: '' };
      const validate = compile(reportSchema(contract));
      for (const report of [example, other, mutate(example, at, value) ?? null]) {
        expect(validate(report)).toBe(checkReport(contract, report).length === 0);
      }
    }),
    { numRuns: 150, examples: [[JSON.parse('{ "__proto__": false }'), {}, [], {}]] },
  );
});
