import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { checkReport } from '../../src/definition/report-contract.js';
import { readServiceReport } from '../support/example-service.js';

test('the report of the reference service keeps the contract of the definition', async () => {
  const file = path.resolve(import.meta.dirname, '../../agents/backend-system-architect.md');
  const parsed = parseDefinition(await readFile(file, 'utf8'));
  if (parsed.kind !== 'definition' || parsed.definition.outputFormat.kind !== 'contract')
    throw new Error('no contract');
  const { contract } = parsed.definition.outputFormat;
  const report = await readServiceReport();
  expect(checkReport(contract, report)).toEqual([]);
  const { endpoints_created: _, ...less } = report;
  expect(checkReport(contract, less)).not.toEqual([]);
});
