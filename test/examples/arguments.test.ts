import { expect, test } from 'vitest';
import { readArguments } from '../../scripts/examples/arguments.mjs';

test('the suite runs by default, and with path filters only when asked for', () => {
  expect(readArguments([])).toEqual({ filters: [], service: true, prepare: false, help: false });
  expect(readArguments(['sse'])).toMatchObject({ filters: ['sse'], service: false });
  expect(readArguments(['sse', '--service'])).toMatchObject({ service: true });
  expect(readArguments(['--no-service'])).toMatchObject({ service: false });
});

test('an unknown option is refused with the usage', () => {
  expect(() => readArguments(['--fast'])).toThrow(/--fast[\s\S]*Usage:/);
});
