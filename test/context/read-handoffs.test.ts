import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareHandoffs } from '../../src/context/handoff.js';
import { readHandoffs } from '../../src/context/read-handoffs.js';
import { writeHandoff } from '../../src/context/write-handoff.js';
import { makeRepository, writeFiles } from '../support/repository.js';

const at = '2026-03-03T10:24:00.000Z';
const handoffs = (from: string, run: string, ...to: string[]) =>
  prepareHandoffs(
    to.map((agent) => ({ agent, purpose: '', reportKeys: [], optional: true, location: { line: 1, column: 1 } })),
    { id: run, agent: from, at },
    { feature: 'orders' },
  );

test('who asks for one recipient gets all that is for it, whatever it and the others are called', async () => {
  const names = fc.array(fc.constantFrom('a', 'b', '-', '--', ' ', 'é', 'x'.repeat(70)), {
    minLength: 1,
    maxLength: 4,
  });
  const agents = fc.array(
    names.map((parts) => parts.join('')),
    { minLength: 2, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(agents, async (all) => {
      const context = await makeRepository();
      for (const handoff of handoffs('from', 'run', ...all)) writeHandoff(context, handoff);
      for (const agent of new Set(all)) {
        const mine = readHandoffs(context).handoffs.filter(({ to }) => to === agent);
        expect(mine.length).toBeGreaterThan(0);
        expect(readHandoffs(context, agent).handoffs.filter(({ to }) => to === agent)).toEqual(mine);
      }
    }),
    { numRuns: 30 },
  );
});

test('a file that says by its name that it is for another one is not read; one of another name is', async () => {
  const context = await makeRepository();
  const [own] = handoffs('from', 'run', 'reviewer');
  await writeFiles(path.join(context, 'handoffs'), {
    'somebody-else--from--run.json': 'not read, so that it is no JSON is not known',
    'by-hand.json': JSON.stringify({ ...own, id: 'by-hand' }),
    'by--hand.json': JSON.stringify({ ...own, id: 'by--hand' }),
    'reviewer--from--run.json': JSON.stringify(own),
    'notes.txt': 'reviewer',
  });
  const { handoffs: found, unreadable } = readHandoffs(context, 'reviewer');
  expect(found.map(({ id }) => id)).toEqual(['by--hand', 'by-hand', 'reviewer--from--run']);
  expect(unreadable).toEqual([]);
  expect(readHandoffs(context).unreadable).toMatchObject([{ file: 'somebody-else--from--run.json' }]);
});
