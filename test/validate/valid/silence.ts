import { expect } from 'vitest';
import { diagnose, type Setting } from '../diagnose.js';
import type { MemoryFiles } from '../memory-access.js';

/** Expects that nothing at all is reported about files that the client takes as they are meant. */
export function expectSilence(files: MemoryFiles, setting: Setting = {}): void {
  const words = diagnose(files, setting).map(
    ({ ruleId, location: { file, line, column }, message }) => `${file}:${line}:${column} ${ruleId} ${message}`,
  );
  expect(words).toEqual([]);
}
