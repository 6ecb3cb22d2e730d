import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measure, readPrompts, readShipped } from './shipped-router.js';

const doc = path.resolve(import.meta.dirname, '../../docs/routing.md');

test.each(['tuning', 'held-out'] as const)(
  'on the prompts of %s the router is right as often as docs/routing.md says',
  async (set) => {
    const { precision, recall, f1, total } = measure(await readShipped(), await readPrompts(set));
    const row = `| ${set} | ${total} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |`;
    expect(await readFile(doc, 'utf8')).toContain(row);
    expect(f1).toBeGreaterThanOrEqual(0.95);
  },
);

test('the labelled set is large, balanced, half of it hard, and no prompt is in both halves', async () => {
  const [tuning, heldOut] = await Promise.all([readPrompts('tuning'), readPrompts('held-out')]);
  const all = [...tuning, ...heldOut];
  expect(all.length).toBeGreaterThanOrEqual(400);
  expect(new Set(all.map(({ prompt }) => prompt.toLowerCase())).size).toBe(all.length);
  for (const backend of [true, false]) {
    const half = heldOut.filter((item) => item.backend === backend);
    expect(half.length).toBeGreaterThanOrEqual(heldOut.length * 0.45);
    expect(half.filter(({ hard }) => hard).length).toBeGreaterThanOrEqual(half.length / 2);
  }
});

test('every group counts: each of them decides something on the labelled set', async () => {
  const { table, keywords, score } = await readShipped();
  const all = [...(await readPrompts('tuning')), ...(await readPrompts('held-out'))];
  const seen = new Set(
    all.flatMap(({ prompt }) => score(prompt, table, keywords).contributions.map(({ group }) => group.name)),
  );
  expect([...seen].sort()).toEqual(table.groups.map(({ name }) => name).sort());
});

test('the table stands for each keyword of Auto Mode and for no other, and its refusals are not routed', async () => {
  const { table, keywords, score } = await readShipped();
  expect([...new Set(table.groups.flatMap((group) => group.for ?? []))].sort()).toEqual(keywords.toSorted());
  const routed = (prompt: string) => score(prompt, table, keywords).routed;
  expect(keywords.filter((keyword) => !routed(`Design the ${keyword} of the backend service`))).toEqual([]);
  const refused = [
    'Build the React component of the order page',
    'Add a node to the LangGraph workflow',
    'Create the embeddings of the manuals',
    'Write the Alembic migration for the orders table',
    'Write the prompt of the LLM call',
  ];
  expect(refused.filter(routed)).toEqual([]);
});
