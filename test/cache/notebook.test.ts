import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Note } from '../../src/cache/kept-code.js';
import { Notebook } from '../../src/cache/notebook.js';

async function makeFile(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notes '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'agent.md');
  await writeFile(file, text);
  return file;
}

/** Takes a note of a file, as one run does. */
function note(file: string, notes: readonly Note[] = [], values: object = { budgets: [1] }): Note[] {
  const notebook = new Notebook(notes);
  Object.assign(notebook.open(file), values);
  return notebook.close() ?? [];
}

beforeEach(() => {
  // As if all files had not changed for a while.
  vi.setSystemTime(Date.now() + 60_000);
  return () => void vi.useRealTimers();
});

test('what one run has worked out of a file the next one knows, and has nothing to keep', async () => {
  const file = await makeFile('one');
  const next = new Notebook(note(file));
  expect(next.open(file)).toEqual({ budgets: [1] });
  expect(next.open(file)).toBe(next.open(file));
  expect(next.close()).toBeUndefined();
});

test('more of the same file is added to what is known', async () => {
  const file = await makeFile('one');
  const notes = note(file, note(file), { enforcement: 'required' });
  expect(notes).toHaveLength(1);
  expect(new Notebook(notes).open(file)).toEqual({ budgets: [1], enforcement: 'required' });
});

test('of a file that was changed nothing is known, though it is as long and as old as before', async () => {
  const file = await makeFile('one');
  const then = new Date('2026-01-01T00:00:00Z');
  await utimes(file, then, then);
  const notes = note(file);
  await writeFile(file, 'two');
  await utimes(file, then, then);
  expect(new Notebook(notes).open(file)).toEqual({});
});

test('of a file that has only just changed nothing is kept, as it may change once more unseen', async () => {
  vi.useRealTimers();
  expect(note(await makeFile('one'))).toEqual([]);
});

test('of a file that is not there nothing is known or kept', async () => {
  const file = path.join(path.dirname(await makeFile('one')), 'gone.md');
  expect(note(file)).toEqual([]);
});

test('what is known of one file is not known of its copy', async () => {
  const [one, other] = [await makeFile('one'), await makeFile('one')];
  expect(new Notebook(note(one)).open(other)).toEqual({});
});

test('the newest eight are kept', async () => {
  const files = await Promise.all(Array.from({ length: 10 }, () => makeFile('one')));
  let notes: Note[] = [];
  for (const file of files) notes = note(file, notes);
  expect(notes.map(({ file }) => file)).toEqual(files.toReversed().slice(0, 8));
});

test('a note that is spoilt is none', async () => {
  const file = await makeFile('one');
  const notes = note(file).map((kept) => ({ ...kept, text: Buffer.alloc(kept.text.length) }));
  expect(new Notebook(notes).open(file)).toEqual({});
});
