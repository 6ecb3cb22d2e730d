import { expect, test } from 'vitest';
import { readBlocks } from '../../scripts/examples/find/blocks.mjs';

/** Line, language and code of each block. */
function found(...lines: string[]) {
  return readBlocks('a.md', lines.join('\n')).map(({ line, language, code }) => [line, language, ...code]);
}

test('finds both kinds of fences with their lines', () => {
  expect(found('# a', '```python', 'x = 1', '', 'y = 2', '```', '', '~~~ sql', 'SELECT 1;', '~~~', '')).toEqual([
    [2, 'python', 'x = 1', '', 'y = 2'],
    [8, 'sql', 'SELECT 1;'],
  ]);
});

test('reads the first word after the fence as the language, in lower case', () => {
  expect(found('``` JSON title="x"', '{}', '```', '```', 'y', '```')).toEqual([
    [1, 'json', '{}'],
    [4, '', 'y'],
  ]);
});

test('a longer fence holds shorter ones, and one kind the other', () => {
  expect(found('````text', '```python', 'x', '```', '````', '~~~text', '```', '~~~')).toEqual([
    [1, 'text', '```python', 'x', '```'],
    [6, 'text', '```'],
  ]);
});

test('a fence with text behind it closes nothing, spaces and further marks do no harm', () => {
  expect(found('```text', '``` a', '    ```', '  `````  ', 'b')).toEqual([[1, 'text', '``` a', '    ```']]);
});

test('three backticks within a line are no fence', () => {
  expect(found('``` a ``` b', 'text', '`` ```')).toEqual([]);
});

test('finds blocks in lists and quotes, and takes off their indentation only', () => {
  expect(
    found(
      '- item',
      '',
      '  ```python',
      '  if x:',
      '      y = 1',
      '',
      '  ```',
      '1. one',
      '   - two',
      '     ~~~sql',
      '     SELECT 1;',
      '     ~~~',
      '10. ```json',
      '    {}',
      '    ```',
      '> ```yaml',
      '> a: 1',
      '> ```',
      '-\t```toml',
      '\tb = 1',
      '\t```',
    ),
  ).toEqual([
    [3, 'python', 'if x:', '    y = 1', ''],
    [10, 'sql', 'SELECT 1;'],
    [13, 'json', '{}'],
    [16, 'yaml', 'a: 1'],
    [19, 'toml', 'b = 1'],
  ]);
});

test('up to three columns of the fence itself are taken off its lines', () => {
  expect(found('  ```lua', '    a', '  b', ' c', '   ```')).toEqual([[1, 'lua', '  a', 'b', 'c']]);
});

test('reads files with the line ends of Windows', () => {
  expect(readBlocks('a.md', 'x\r\n```sh\r\nls\r\n```\r\n')).toMatchObject([{ line: 2, code: ['ls'], closed: true }]);
});

test('tells which fences are not closed: at the end, and where the list item ends', () => {
  expect(readBlocks('a.md', '- ```sh\n  ls\n\nprose\n```sql\nSELECT 1;\n')).toMatchObject([
    { line: 1, code: ['ls', ''], closed: false },
    { line: 5, code: ['SELECT 1;'], closed: false },
  ]);
});

test('tells which fences CommonMark would not see as such', () => {
  expect(readBlocks('a.md', 'a\n\n    ```sh\n    ls\n    ```\n\n- b\n\n  ```sh\n  ls\n  ```\n')).toMatchObject([
    { line: 3, deep: true, closed: true },
    { line: 9, deep: false, closed: true },
  ]);
});

test('keeps the line above the fence, in a list too', () => {
  const above = readBlocks('a.md', '- a\n  <!-- not run: b -->\n  ```sh\n  ls\n  ```\n\n```sh\nls\n```');
  expect(above.map((block) => block.above.trim())).toEqual(['<!-- not run: b -->', '']);
});
