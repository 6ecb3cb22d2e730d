import { expect, test } from 'vitest';
import { readBlocks } from '../../scripts/examples/find/blocks.mjs';
import { plan } from '../../scripts/examples/plan/plan.mjs';
import { report } from '../../scripts/examples/report/report.mjs';
import { checkJson } from '../../scripts/examples/run/json.mjs';
import { mapProblem, mapText } from '../../scripts/examples/run/map-failure.mjs';
import { readEvents } from '../../scripts/examples/run/service.mjs';
import { settle } from '../../scripts/examples/run/settle.mjs';
import { readDiagnostics } from '../../scripts/examples/run/typescript.mjs';
import { checkYaml } from '../../scripts/examples/run/yaml.mjs';

const FILE = 'skills/s/references/t.md';
const BLOCKS = readBlocks(FILE, '```python\nx = 1\n```\n\n```python\n# continues\ny = 2\n```\n');
const UNIT = {
  language: 'python',
  file: FILE,
  blocks: BLOCKS,
  entry: 'blocks/block_1.py',
  files: [
    { path: 'app/core/security.py', source: 'agents/a.md', text: '' },
    { path: 'blocks/block_1.py', source: FILE, text: '' },
  ],
};
const PLAIN: Record<'red' | 'green' | 'dim', (text: string) => string> = {
  red: (text) => text,
  green: (text) => text,
  dim: (text) => text,
};

function block(language: string, ...code: string[]) {
  const [found] = readBlocks(FILE, ['', `\`\`\`${language}`, ...code, '```'].join('\n'));
  if (!found) throw new Error('no block');
  return found;
}

test('names the innermost line of the block, also where the error came from the application', () => {
  const frames: [string, number][] = [
    ['/venv/jwt.py', 9],
    ['/tmp/u/app/core/security.py', 340],
    ['/tmp/u/blocks/block_1.py', 7],
    ['/venv/pytest.py', 1],
  ];
  const problem = mapProblem({ message: 'm', frames, line: 2 }, UNIT, '/tmp/u');
  expect(problem).toMatchObject({ file: FILE, line: 7, block: BLOCKS[1] });
});

test('names the line of the application where none of the block took part', () => {
  const problem = mapProblem({ message: 'm', frames: [['/tmp/u/app/core/security.py', 340]], line: 6 }, UNIT, '/tmp/u');
  expect(problem).toMatchObject({ file: 'agents/a.md', line: 340, block: BLOCKS[1] });
});

test('names the stated line, else the block', () => {
  expect(mapProblem({ message: 'm', line: 7 }, UNIT)).toMatchObject({ line: 7, block: BLOCKS[1] });
  expect(mapProblem({ message: 'm' }, UNIT)).toMatchObject({ file: FILE, line: 1, block: BLOCKS[0] });
  expect(mapProblem({ message: 'm', block: 1 }, UNIT)).toMatchObject({ line: 5, block: BLOCKS[1] });
});

test('a syntax error is in the file that it names', () => {
  const raw = { message: 'SyntaxError', path: '/tmp/u/blocks/block_1.py', line: 7 };
  expect(mapProblem(raw, UNIT, '/tmp/u')).toMatchObject({ file: FILE, line: 7, block: BLOCKS[1] });
});

test('texts name the markdown files', () => {
  const text =
    'File "/tmp/u/blocks/block_1.py", line 3\nblocks/block_1.py:3: in x\napp/core/security.py:5: y\nmy/app/core/security.py:1';
  expect(mapText(text, UNIT, '/tmp/u')).toBe(
    `File "${FILE}", line 3\n${FILE}:3: in x\nagents/a.md:5: y\nmy/app/core/security.py:1`,
  );
});

test('a block passes where it ran and nothing was found', () => {
  expect(settle(UNIT, { problems: [], ran: [0, 1] })).toEqual({ passed: BLOCKS, problems: [] });
});

test('a block that ran fails with its problem, its neighbour does not', () => {
  const { passed, problems } = settle(UNIT, { problems: [{ message: 'm', line: 7 }], ran: [0, 1] });
  expect(passed).toEqual([BLOCKS[0]]);
  expect(problems).toMatchObject([{ line: 7, message: 'm' }]);
});

test('a block that nothing is known about has failed', () => {
  expect(settle(UNIT, { problems: [], ran: [] })).toMatchObject({ passed: [], problems: [{ line: 1 }, { line: 5 }] });
  expect(settle(UNIT, { problems: [{ message: 'm', line: 7 }], ran: [] }).problems).toMatchObject([
    { line: 7 },
    { line: 1, message: `not run, because of the problem in ${FILE}:7` },
  ]);
});

test('JSON has no comments and no trailing commas', () => {
  expect(checkJson(block('json', '{"a": [1]}'))).toEqual([]);
  expect(checkJson(block('json', '{"a": 1,', '"b": 2,', '}'))).toMatchObject([{ line: 5 }]);
  expect(checkJson(block('json', '{', '// a', '}'))).toMatchObject([{ line: 4 }]);
});

test('YAML may have several documents', () => {
  expect(checkYaml(block('yaml', 'a: 1', '---', 'a: 2'))).toEqual([]);
  expect(checkYaml(block('yaml', 'a: 1', '---', 'b: 1', 'b: 2'))).toMatchObject([{ line: 6 }]);
});

test("reads the compiler's diagnostics", () => {
  expect(readDiagnostics('block_2.ts(9,7): error TS2322: No.\n  Because.\nblock_0.ts(3,1): error TS1: x\n')).toEqual([
    { block: 2, line: 9, message: 'TS2322: No.', details: 'Because.\n' },
    { block: 0, line: 3, message: 'TS1: x', details: '' },
  ]);
});

test("reads the suite's events", () => {
  const events = [
    { started: {} },
    { passed: 'a' },
    { problem: { message: 'm', test: 'b' } },
    { skipped: { message: 's' } },
    { collected: 3 },
  ];
  expect(readEvents(events.map((event) => JSON.stringify(event)).join('\n'))).toEqual({
    passed: 1,
    problems: [{ message: 'b: m', details: '' }],
    skipped: ['s'],
    collected: 3,
  });
  expect(readEvents('{"passed":"a"}\n').collected).toBeUndefined();
});

test('reports each problem with its place, and counts blocks and tests', () => {
  const made = plan(
    readBlocks(FILE, '```json\n{\n```\n```yaml\na: 1\n```\n```x\ny\n```\n<!-- not run: r -->\n```z\nz\n```'),
  );
  const [json, yaml] = made.run;
  if (!json || !yaml) throw new Error('no blocks');
  const outcomes = [
    settle({ language: 'json', file: FILE, blocks: [json] }, { problems: [{ message: 'bad', line: 2 }], ran: [0] }),
    settle({ language: 'yaml', file: FILE, blocks: [yaml] }, { problems: [], ran: [0] }),
  ];
  const { text, passed, failed } = report(made, outcomes, { passed: 4, problems: [], skipped: [] }, PLAIN);
  expect({ passed, failed }).toEqual({ passed: 5, failed: 2 });
  expect(text[0]).toBe(`${FILE}:2  json  bad`);
  expect(text[1]).toMatch(new RegExp(`^${FILE}:7  x  unknown language x`));
  expect(text).toContain(`not run: ${FILE}:11 z: r`);
  expect(text.at(-1)).toBe('5 passed, 2 failed');
});

test('a block without an outcome is reported as failed', () => {
  const made = plan(readBlocks(FILE, '```json\n{}\n```'));
  expect(report(made, [], undefined, PLAIN)).toMatchObject({ passed: 0, failed: 1 });
});
