import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCodeFences } from '../../src/definition/fences.js';
import { arbitraryText } from './arbitrary-text.js';

const brief = (markdown: string) =>
  findCodeFences(markdown).map(({ language, text, closed }) => ({ language, text, closed }));

describe('a fenced block has a language, a text and an end', () => {
  test.each<[string, string, { language?: string; text: string; closed?: boolean }[]]>([
    ['backticks', '```json\n{}\n```\n', [{ language: 'json', text: '{}' }]],
    ['tildes', '~~~json\n{}\n~~~\n', [{ language: 'json', text: '{}' }]],
    ['without a language', '```\na\nb\n```\n', [{ text: 'a\nb' }]],
    ['without a line of code', '```\n```\n', [{ text: '' }]],
    ['a language in capitals', '```JSON\n{}\n```', [{ language: 'json', text: '{}' }]],
    ['words behind the language', '``` json title="a"\n{}\n```', [{ language: 'json', text: '{}' }]],
    ['a longer closing fence', '```\na\n`````\n', [{ text: 'a' }]],
    ['a shorter fence inside', '````\n```\na\n```\n````\n', [{ text: '```\na\n```' }]],
    ['the other kind of fence inside', '~~~\n```\na\n```\n~~~\n', [{ text: '```\na\n```' }]],
    ['a fence with words does not close', '```\na\n``` b\n```\n', [{ text: 'a\n``` b' }]],
    [
      'two blocks',
      '```a\n1\n```\ntext\n```b\n2\n```\n',
      [
        { language: 'a', text: '1' },
        { language: 'b', text: '2' },
      ],
    ],
    ['indented below a list item', '- item\n\n  ```json\n  {}\n  ```\n', [{ language: 'json', text: '  {}' }]],
    ['opened on the line of a list item', '1. ```json\n   {}\n   ```\n', [{ language: 'json', text: '   {}' }]],
    ['opened on the line of a bullet', '- ~~~\n  a\n  ~~~\n', [{ text: '  a' }]],
    ['never closed', 'text\n```json\n{}\n', [{ language: 'json', text: '{}', closed: false }]],
    ['opened on the last line', 'text\n```json', [{ language: 'json', text: '', closed: false }]],
    ['Windows line ends', '```json\r\n{\r\n}\r\n```\r\n', [{ language: 'json', text: '{\r\n}' }]],
  ])('%s', (_, markdown, expected) => {
    expect(brief(markdown)).toEqual(expected.map((fence) => ({ language: '', closed: true, ...fence })));
  });
});

test.each(['``\na\n``\n', 'a ``` b\n', '```a``` inline\n', '~~\na\n~~\n', ''])(
  '%j holds no fenced block',
  (markdown) => {
    expect(findCodeFences(markdown)).toEqual([]);
  },
);

test('offsets tell where the fence, the code and the end of the block stand', () => {
  const markdown = 'a\n```json\n{}\n```\nb\n';
  const [fence] = findCodeFences(markdown);
  expect(fence).toMatchObject({
    offset: markdown.indexOf('```'),
    textOffset: markdown.indexOf('{}'),
    end: markdown.indexOf('b\n'),
  });
});

test('any text has its blocks in order, within the text, none over another', () => {
  fc.assert(
    fc.property(arbitraryText, (markdown) => {
      let previous = 0;
      for (const { offset, textOffset, end, text } of findCodeFences(markdown)) {
        expect(offset).toBeGreaterThanOrEqual(previous);
        expect(textOffset).toBeGreaterThan(offset);
        expect(end).toBeGreaterThanOrEqual(textOffset + text.length);
        expect(end).toBeLessThanOrEqual(markdown.length);
        expect(markdown.slice(textOffset, textOffset + text.length)).toBe(text);
        previous = end;
      }
    }),
    { numRuns: 500 },
  );
});
