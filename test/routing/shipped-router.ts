import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { scorePrompt } from '../../src/routing/score.js';
import { parseRoutingTable, type RoutingTable } from '../../src/routing/table.js';

const agents = path.resolve(import.meta.dirname, '../../agents');

export interface LabelledPrompt {
  prompt: string;
  backend: boolean;
  /** It has none of the obvious words, or has them in another sense. */
  hard: boolean;
  kind: string;
}

export interface ShippedRouter {
  table: RoutingTable;
  keywords: string[];
  score: typeof scorePrompt;
}

export async function readShipped(): Promise<ShippedRouter> {
  const parsed = parseDefinition(await readFile(path.join(agents, 'backend-system-architect.md'), 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  const table = parseRoutingTable(await readFile(path.join(agents, 'backend-system-architect.routing.json'), 'utf8'));
  return { table, keywords: parsed.definition.keywords.map(({ value }) => value), score: scorePrompt };
}

export async function readPrompts(set: 'tuning' | 'held-out'): Promise<LabelledPrompt[]> {
  const text = await readFile(path.join(import.meta.dirname, 'prompts', `${set}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledPrompt);
}

export function measure({ table, keywords, score }: ShippedRouter, prompts: readonly LabelledPrompt[]) {
  const judged = prompts.map((item) => ({ ...item, routed: score(item.prompt, table, keywords).routed }));
  const count = (routed: boolean, backend: boolean) =>
    judged.filter((item) => item.routed === routed && item.backend === backend).length;
  const precision = count(true, true) / (count(true, true) + count(true, false));
  const recall = count(true, true) / (count(true, true) + count(false, true));
  return { total: prompts.length, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
