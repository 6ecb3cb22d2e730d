import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyFixes } from '../../src/fix/apply-fixes.js';
import type { FileFix } from '../../src/fix/fix-plan.js';
import { planFixes } from '../../src/fix/plan-fixes.js';
import { diskAccess } from '../../src/validate/file-access.js';
import { makeRepository } from '../support/repository.js';

test('a file that was changed since the plan was made is left alone and named; the others are written', async () => {
  const agent = (name: string) => `---\nname: ${name}\ndescription: Reads.\ntools: MultiEdit\n---\nBody\n`;
  const [a, b] = ['.claude/agents/a.md', '.claude/agents/b.md'];
  const repository = await makeRepository({ [a]: agent('a'), [b]: agent('b') });
  const plan = planFixes({ paths: [repository], cwd: repository, access: diskAccess });
  await writeFile(path.join(repository, a), `${agent('a')}More.\n`);
  const done: FileFix[] = [];
  const notFixed = await applyFixes(plan, (fix) => done.push(fix));
  expect(notFixed).toEqual([{ file: a, rules: ['agent-tool-unknown'], reason: 'it was changed in the meantime' }]);
  expect(done.map(({ file }) => file)).toEqual([b]);
  expect(await readFile(path.join(repository, a), 'utf8')).toBe(`${agent('a')}More.\n`);
  expect(await readFile(path.join(repository, b), 'utf8')).toContain('tools: Edit');
});
