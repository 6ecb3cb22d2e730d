import { expect, test } from 'vitest';
import { readBlocks } from '../../scripts/examples/find/blocks.mjs';
import { classify } from '../../scripts/examples/plan/classify.mjs';
import { plan } from '../../scripts/examples/plan/plan.mjs';

const AGENT = readBlocks(
  'agents/a.md',
  '```python\n# backend/app/core/a.py\nA = 1\n```\n```python\n# backend/app/b.py\nB = 1\n```\n',
);

function stateOf(markdown: string) {
  return readBlocks('skills/s/SKILL.md', markdown).map(classify)[0];
}

function planOf(markdown: string) {
  return plan([...AGENT, ...readBlocks('skills/s/SKILL.md', markdown)], (file) => file.startsWith('skills/'));
}

test.each(['python', 'sql', 'sh', 'bash', 'json', 'yaml', 'toml', 'typescript', 'lua'])('runs %s', (language) => {
  expect(stateOf(`\`\`\`${language}\nx\n\`\`\``)).toEqual({ state: 'run' });
});

test('text and http are no code', () => {
  expect(stateOf('```text\nx\n```')).toEqual({ state: 'no code' });
  expect(stateOf('~~~http\nGET /\n~~~')).toEqual({ state: 'no code' });
});

test.each([
  ['an unknown language', '```nginx\nx\n```', 'unknown language nginx'],
  ['no language', '```\nx\n```', 'names no language'],
  ['an empty block', '```python\n\n```', 'empty'],
  ['a fence that is not closed', '```python\nx', 'not closed'],
  ['a fence that is none', 'a\n\n    ```python\n    x\n    ```', 'indented'],
  ['a mark without a reason', '<!-- not run: -->\n```nginx\nx\n```', 'needs a reason'],
  ['a mark with blanks for a reason', '<!-- not run:   -->\n```python\nx\n```', 'needs a reason'],
  ['a mark without a colon', '<!-- not run -->\n```python\nx\n```', 'needs a reason'],
  ['a mark that is not right above', '<!-- not run: x -->\n\n```nginx\nx\n```', 'unknown language'],
])('%s is a failure', (_, markdown, message) => {
  expect(stateOf(markdown)).toEqual({ state: 'wrong', message: expect.stringContaining(message) });
});

test('a mark with a reason skips any block', () => {
  const skip = { state: 'skip', reason: 'needs a cluster' };
  expect(stateOf('<!-- not run: needs a cluster -->\n```nginx\nx\n```')).toEqual(skip);
  expect(stateOf('- a\n  <!-- not run: needs a cluster -->\n  ```python\n  x\n  ```')).toEqual(skip);
});

test('every block is in one list of the plan', () => {
  const made = planOf(
    '```python\nx\n```\n```text\nx\n```\n```x\n```\n```python\n# continues\n```\n<!-- not run: r -->\n```y\n```\n',
  );
  expect(made.found).toHaveLength(5);
  expect([made.run, made.noCode, made.wrong, made.skipped].map(({ length }) => length)).toEqual([2, 1, 1, 1]);
});

test('a python block is a module whose lines are those of the markdown file, with the application beside it', () => {
  const [unit] = planOf('# a\n\n```python\nx = 1\n```\n').python;
  expect(unit?.entry).toBe('blocks/block_3.py');
  expect(unit?.files.map(({ path, source, text }) => [path, source, text])).toEqual([
    ['app/core/a.py', 'agents/a.md', '\n# backend/app/core/a.py\nA = 1\n'],
    ['app/b.py', 'agents/a.md', '\n\n\n\n\n# backend/app/b.py\nB = 1\n'],
    ['blocks/block_3.py', 'skills/s/SKILL.md', '\n\n\nx = 1\n'],
  ]);
});

test('a block that continues another is appended to it', () => {
  const { python, wrong } = planOf('```python\nx = 1\n```\n\n```sql\ny\n```\n\n```python\n# continues\nz = x\n```\n');
  expect(wrong).toEqual([]);
  expect(python.map(({ blocks }) => blocks.map(({ line }) => line))).toEqual([[1, 9]]);
  expect(python[0]?.files.at(-1)?.text.split('\n').slice(8)).toEqual(['', '# continues', 'z = x', '']);
});

test.each([
  ['nothing', '```python\n# continues\n```\n'],
  ['a skipped block', '```python\na\n```\n<!-- not run: r -->\n```python\nb\n```\n```python\n# continues\n```\n'],
  ['a block that is wrong', '```python\na\n```\n```python\n```\n```python\n# continues\n```\n'],
])('a block that continues %s is a failure', (_, markdown) => {
  expect(planOf(markdown).wrong.at(-1)?.message).toBe('the block continues one that is not run');
});

test("a file's own application files are beside its other blocks, in place of the agent's", () => {
  const { python } = planOf('```python\n# backend/app/b.py\nB = 2\n```\n```python\nimport app.b\n```\n');
  expect(python.map(({ entry }) => entry)).toEqual(['app/b.py', 'blocks/block_5.py']);
  for (const { files } of python) {
    expect(files.filter(({ path }) => path === 'app/b.py')).toMatchObject([{ source: 'skills/s/SKILL.md' }]);
  }
});

test.each(['# backend/alembic/env.py', '# backend/app/../x.py', '# backend/app/a.py, shortened'])(
  'a block that begins with "%s" is a failure',
  (line) => {
    expect(planOf(`\`\`\`python\n${line}\n\`\`\`\n`).wrong[0]?.message).toContain('names no file');
  },
);
