import { expect } from 'vitest';
import { check } from '../fuzz/hold.js';
import type { MemoryFiles } from '../memory-access.js';

export const AGENT = '.claude/agents/reviewer.md';
export const SETTINGS = '.claude/settings.json';

/** An agent as short as can be, with further lines of frontmatter. */
export const agentOf = (frontmatter: string, body = 'Read the change.') =>
  `---\nname: reviewer\ndescription: Reads what changed.\n${frontmatter === '' ? '' : `${frontmatter}\n`}---\n\n${body}\n`;

/** Expects that nothing at all is said about files, not even as information. */
export function expectQuiet(files: MemoryFiles, paths?: readonly string[]): void {
  const { diagnostics } = check(files, paths);
  expect(diagnostics.map(({ ruleId, location, message }) => ({ ruleId, location, message }))).toEqual([]);
}
