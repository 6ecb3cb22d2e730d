import { expect, test } from 'vitest';
import { cases } from '../../conformance/cases/index.js';
import type { CaseResult, Results } from '../../conformance/results.js';
import table from '../../conformance/results.json' with { type: 'json' };
import client from '../../node_modules/@anthropic-ai/claude-code/package.json' with { type: 'json' };

const results = table.cases as Results['cases'];
const resultsOf = (theme: string): CaseResult[] =>
  cases.filter((one) => one.theme === theme).flatMap(({ id }) => results[id] ?? []);

test('the table was measured with the pinned client', () => {
  expect(table.client).toBe(client.version);
});

test('every case has a result, every result a case, and each its own id in kebab-case', () => {
  const ids = cases.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(Object.keys(results)).toEqual([...ids].sort());
  expect(ids.length).toBeGreaterThanOrEqual(220);
});

test('every case holds its definition, and what is observed of it has a name', () => {
  for (const { id, file, files, observe, subject } of cases) {
    expect(files[file], id).toBeDefined();
    if (observe) expect(subject, id).toBeTruthy();
  }
});

const themes = [...new Set(cases.map(({ theme }) => theme))];

test.each(themes)('%s: both outcomes were seen, so that neither is taken for granted', (theme) => {
  const outcomes = resultsOf(theme).map(({ loaded, taken }) => loaded && taken !== false);
  expect(outcomes).toContain(true);
  expect(outcomes).toContain(false);
});

const kinds = [...new Set(cases.flatMap(({ observe }) => observe?.kind ?? []))];

test.each(kinds)('the observation "%s" was seen to be taken and not to be', (kind) => {
  const taken = cases.filter(({ observe }) => observe?.kind === kind).map(({ id }) => results[id]?.taken);
  expect(taken).toContain(true);
  if (!['event known', 'observed by'].includes(kind)) expect(taken).toContain(false);
});
