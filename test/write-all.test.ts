import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { writeAll } from '../src/write-all.js';

vi.mock('node:fs', () => ({ writeSync: vi.fn() }));

beforeEach(() => {
  vi.mocked(writeSync).mockReset();
});

/** A pipe that takes so many bytes at a time, and where that is none is full. */
function openPipe(sizes: readonly number[]) {
  const taken: Buffer[] = [];
  let calls = 0;
  vi.mocked(writeSync).mockImplementation((_: number, content: unknown) => {
    const bytes = Buffer.from(content as string);
    const size = sizes[calls] ?? bytes.length;
    calls += 1;
    if (size === 0) throw Object.assign(new Error('EAGAIN'), { code: 'EAGAIN' });
    taken.push(bytes.subarray(0, size));
    return Math.min(size, bytes.length);
  });
  return () => Buffer.concat(taken).toString();
}

test('everything is written, however little of it is taken at once', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '語', '🐍'), maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.boolean(), fc.array(fc.nat({ max: 9 }), { maxLength: 9 }), (text, isText, sizes) => {
      const read = openPipe(sizes);
      writeAll(1, isText ? text : Buffer.from(text));
      expect(read()).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a text that is taken whole is written by one call, and an empty one by none', () => {
  openPipe([]);
  writeAll(1, 'ä\n');
  writeAll(1, '');
  expect(vi.mocked(writeSync).mock.calls).toEqual([[1, 'ä\n']]);
});

test('any other failure comes out', () => {
  vi.mocked(writeSync).mockImplementation(() => {
    throw Object.assign(new Error('EPIPE'), { code: 'EPIPE' });
  });
  expect(() => writeAll(1, 'text')).toThrow('EPIPE');
});
