import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontmatter } from '../../src/definition/split.js';
import { arbitraryText } from './arbitrary-text.js';

describe('a text with two fences falls into frontmatter and body', () => {
  test.each<[string, string, string, string]>([
    ['plain', '---\nname: a\n---\nBody\n', 'name: a\n', 'Body\n'],
    ['a byte order mark', '\uFEFF---\nname: a\n---\nBody\n', 'name: a\n', 'Body\n'],
    ['Windows line ends', '---\r\nname: a\r\n---\r\nBody\r\n', 'name: a\r\n', 'Body\r\n'],
    ['white space behind the fences', '--- \t\nname: a\n--- \nBody\n', 'name: a\n', 'Body\n'],
    ['a closing fence at the end', '---\nname: a\n---', 'name: a\n', ''],
    ['nothing between the fences', '---\n---\nBody\n', '', 'Body\n'],
    ['a rule in the body', '---\nname: a\n---\nBody\n\n---\n\nMore\n', 'name: a\n', 'Body\n\n---\n\nMore\n'],
    ['a blank line above the body', '---\nname: a\n---\n\nBody\n', 'name: a\n', '\nBody\n'],
    ['words behind the closing fence', '---\nname: a\n--- Body\n', 'name: a\n', ' Body\n'],
    ['four dashes at the end', '---\nname: a\n----\nBody\n', 'name: a\n', '-\nBody\n'],
  ])('%s', (_, text, frontmatter, body) => {
    const split = splitFrontmatter(text);
    if (split.kind !== 'split') throw new Error(split.kind);
    expect(split.frontmatter).toEqual({ text: frontmatter, offset: text.indexOf('\n') + 1 });
    expect(split.body).toEqual({ text: body, offset: text.length - body.length });
    expect(split.earlyFence).toBeUndefined();
  });
});

describe('a text without two fences says what it lacks', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['\uFEFF \n\t', { kind: 'empty' }],
    ['Body\n', { kind: 'no-frontmatter' }],
    ['---', { kind: 'no-frontmatter' }],
    ['----\nname: a\n----\n', { kind: 'no-frontmatter' }],
    ['\n---\nname: a\n---\n', { kind: 'no-frontmatter' }],
    ['---\n', { kind: 'unclosed' }],
    ['---\nname: a\n', { kind: 'unclosed' }],
    ['---js\nname: a\n---\n', { kind: 'language', language: 'js' }],
    ['---\tjson \r\n{}\n---\n', { kind: 'language', language: 'json' }],
    ['\uFEFF---yaml\nname: a\n---\n', { kind: 'language', language: 'yaml' }],
    ['---toml\nname = "a"\n', { kind: 'language', language: 'toml' }],
  ])('%j', (text, expected) => {
    expect(splitFrontmatter(text)).toEqual(expected);
  });
});

test('dashes within a line end the frontmatter as they do in the client, and are pointed out', () => {
  const text = '---\ndescription: one --- two\nname: a\n---\nBody\n';
  expect(splitFrontmatter(text)).toEqual({
    kind: 'split',
    frontmatter: { text: 'description: one ', offset: 4 },
    body: { text: ' two\nname: a\n---\nBody\n', offset: 24 },
    earlyFence: text.indexOf(' --- ') + 1,
  });
});

test('code behind a fence that names a language is not run', () => {
  const ran = `ran ${import.meta.url}`;
  const text = `---js\nObject.assign(globalThis, { ${JSON.stringify(ran)}: true })\n---\n`;
  expect(splitFrontmatter(text)).toEqual({ kind: 'language', language: 'js' });
  expect(ran in globalThis).toBe(false);
});

test('frontmatter and body stand at their offsets, and with the fences they make up the whole text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const split = splitFrontmatter(text);
      if (split.kind !== 'split') return;
      const { frontmatter, body } = split;
      const end = frontmatter.offset + frontmatter.text.length;
      const [opening, closing] = [text.slice(0, frontmatter.offset), text.slice(end, body.offset)];
      expect(opening).toMatch(/^\uFEFF?---\s*\n$/);
      expect(closing).toMatch(/^---\s*$/);
      expect(opening + frontmatter.text + closing + body.text).toBe(text);
      if (split.earlyFence !== undefined) {
        expect(text.slice(split.earlyFence, split.earlyFence + 3)).toBe('---');
        expect(split.earlyFence).toBe(end);
      }
    }),
    { numRuns: 500 },
  );
});
