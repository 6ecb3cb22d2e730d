import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Budget } from '../../definition/model.js';

/** How much of a transcript is read, in bytes; the end of a longer one is what counts. */
const MAX_TRANSCRIPT_BYTES = 32 * 1024 * 1024;

export interface ToolCalls {
  count: number;
  /** False when the transcript was longer than what is read: there were at least this many. */
  complete: boolean;
}

/**
 * Counts the tool calls of a run in its transcript (JSON lines). In the transcript of a main session, a person's prompt
 * starts the count anew. Undefined when the transcript cannot be read.
 */
export function countToolCalls(file: string): ToolCalls | undefined {
  let read: { text: string; complete: boolean };
  try {
    read = readEnd(file);
  } catch {
    return undefined;
  }
  let count = 0;
  for (const line of read.text.split('\n')) {
    // Most lines are long and hold neither; parsing them all would cost more than the rest of the hook.
    if (line.includes('"tool_use"') || line.includes('"type":"user"')) count = countLine(line, count);
  }
  return { count, complete: read.complete };
}

function countLine(line: string, count: number): number {
  try {
    const { type, isMeta, message } = JSON.parse(line) as Entry;
    const content = message?.content;
    if (type === 'user' && !isMeta && typeof content === 'string') return 0;
    if (type !== 'assistant' || !Array.isArray(content)) return count;
    return count + content.filter((block) => block?.type === 'tool_use').length;
  } catch {
    return count;
  }
}

interface Entry {
  type?: unknown;
  isMeta?: unknown;
  message?: { content?: string | ({ type?: unknown } | null)[] };
}

function readEnd(file: string): { text: string; complete: boolean } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const length = Math.min(size, MAX_TRANSCRIPT_BYTES);
    const buffer = Buffer.allocUnsafe(length);
    const bytes = readSync(descriptor, buffer, 0, length, size - length);
    return { text: buffer.toString('utf8', 0, bytes), complete: length === size };
  } finally {
    closeSync(descriptor);
  }
}

/** The smallest budget that holds this many calls; null when they are over the largest. */
export function findBudget(count: number, budgets: readonly Budget[]): Budget | null {
  const holding = budgets.filter(({ max }) => count <= max).sort((a, b) => a.max - b.max);
  return holding[0] ?? null;
}
