import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** How much of a transcript is read, in bytes; of a longer one the end counts. */
const MAX_TRANSCRIPT_BYTES = 32 * 1024 * 1024;

/** What the transcript of a run (JSON lines, written by the client) tells about it. */
export interface RunFacts {
  toolCalls: number;
  /** False when the transcript was longer than what is read: there were at least this many calls. */
  complete: boolean;
  /** When the run began, as far as the part that was read tells. */
  startedAt: Date | undefined;
  /** Whether a shell was used, by which files change without a guard. */
  usedShell: boolean;
}

/**
 * Reads the facts of a run. In the transcript of a main session a person's prompt starts a new run. Undefined when the
 * transcript cannot be read.
 */
export function readRun(file: string): RunFacts | undefined {
  let read: { text: string; complete: boolean };
  try {
    read = readEnd(file);
  } catch {
    return undefined;
  }
  const facts: RunFacts = { toolCalls: 0, complete: read.complete, startedAt: undefined, usedShell: false };
  for (const line of read.text.split('\n')) {
    // Most lines are long and tell nothing; to parse them all would cost more than the rest of the hook.
    if (facts.startedAt && !line.includes('"tool_use"') && !line.includes('"type":"user"')) continue;
    readLine(line, facts);
  }
  return facts;
}

interface Entry {
  type?: unknown;
  isMeta?: unknown;
  timestamp?: unknown;
  message?: { content?: string | ({ type?: unknown; name?: unknown } | null)[] };
}

function readLine(line: string, facts: RunFacts): void {
  let entry: Entry | null;
  try {
    entry = JSON.parse(line) as Entry | null;
  } catch {
    return;
  }
  const content = entry?.message?.content;
  const isPrompt = entry?.type === 'user' && !entry.isMeta && typeof content === 'string';
  if (isPrompt) Object.assign(facts, { toolCalls: 0, usedShell: false });
  if (isPrompt || !facts.startedAt) facts.startedAt = readDate(entry?.timestamp) ?? facts.startedAt;
  if (entry?.type === 'assistant' && Array.isArray(content)) {
    const calls = content.filter((block) => block?.type === 'tool_use');
    facts.toolCalls += calls.length;
    facts.usedShell ||= calls.some((call) => call?.name === 'Bash' || call?.name === 'PowerShell');
  }
}

function readDate(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function readEnd(file: string): { text: string; complete: boolean } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const length = Math.min(size, MAX_TRANSCRIPT_BYTES);
    const buffer = Buffer.allocUnsafeSlow(length);
    const bytes = readSync(descriptor, buffer, 0, length, size - length);
    const read = bytes === length ? buffer : buffer.subarray(0, bytes);
    return { text: read.toString(), complete: length === size };
  } finally {
    closeSync(descriptor);
  }
}
