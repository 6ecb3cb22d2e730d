import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot } from '../support/repository.js';

const THEIRS = { '.claude/settings.json': '{ "model": "opus" } // mine\n', '.claude/agents/mine.md': 'mine' };

test('of two installs at once one waits for the other, and both come to the same end', async () => {
  const repository = await makeRepository(THEIRS);
  const results = await Promise.all(Array.from({ length: 6 }, () => cli(['install'], { cwd: repository })));
  expect(results.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0, 0, 0]);
  const after = await snapshot(repository);
  expect((await cli(['install', '--format', 'json'], { cwd: repository })).stdout).not.toContain('"create"');
  expect(await snapshot(repository)).toEqual(after);
  await Promise.all(Array.from({ length: 3 }, () => cli(['uninstall'], { cwd: repository })));
  expect(await snapshot(repository)).toEqual(await snapshot(await makeRepository(THEIRS)));
});
