import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProgress } from '../src/progress.js';
import type { Environment } from '../src/streams.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A standard error, which notes when somebody asks what it is. */
function watch({ isTTY = true, TERM = 'xterm' } = {}) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo() {}, clearLine() {} });
  const asked: string[] = [];
  const stderr = {
    write: (content: string) => stream.write(content),
    get isTTY() {
      asked.push('isTTY');
      return isTTY;
    },
    open() {
      asked.push('open');
      return stream;
    },
  };
  const progress = startProgress({ stderr, env: { TERM } } as unknown as Environment, 'validate');
  return { progress, asked, drawn: () => stripVTControlCharacters(String(stream.read() ?? '')) };
}

test('a command that is done within half a second asks for no terminal', () => {
  const { progress, asked, drawn } = watch();
  for (let done = 1; done <= 100; done += 1) {
    vi.advanceTimersByTime(5);
    progress.update(done, 100);
  }
  progress.stop();
  expect({ asked, drawn: drawn() }).toEqual({ asked: [], drawn: '' });
});

test('one that takes longer draws how far it has come, from then on', () => {
  const { progress, asked, drawn } = watch();
  progress.update(1, 4);
  vi.advanceTimersByTime(501);
  progress.update(2, 4);
  expect(asked).toEqual(['isTTY', 'open']);
  expect(drawn()).toMatch(/validate \[=+ +\] 2\/4/);
  vi.advanceTimersByTime(501);
  progress.update(3, 4);
  progress.stop();
  expect(drawn()).toMatch(/3\/4/);
});

test('the last step alone, however long it took, draws nothing', () => {
  const { progress, drawn } = watch();
  vi.advanceTimersByTime(2_000);
  progress.update(1, 1);
  progress.stop();
  expect(drawn()).toBe('');
});

test.each([
  ['no terminal', { isTTY: false }],
  ['a terminal that cannot draw', { TERM: 'dumb' }],
])('where there is %s, that is asked once and nothing is drawn', (_, output) => {
  const { progress, asked, drawn } = watch(output);
  vi.advanceTimersByTime(501);
  for (let done = 1; done < 4; done += 1) progress.update(done, 4);
  progress.stop();
  expect({ asked, drawn: drawn() }).toEqual({ asked: ['isTTY'], drawn: '' });
});
