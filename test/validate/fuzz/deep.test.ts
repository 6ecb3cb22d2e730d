import { describe, test } from 'vitest';
import { agentOf, expectInTime } from './time.js';

const AGENT = '.claude/agents/a.md';
const JSON_FILES = ['.claude/settings.json', '.mcp.json', '.claude-plugin/plugin.json', 'hooks/hooks.json'];
const LEVELS = 100_000;

/** Mappings one in another, each further to the right, in about 200 kB. */
const stairs = (key: string) => Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}${key}`).join('\n');

describe('frontmatter that is nested without measure is refused before a parser runs out of stack', () => {
  test.each<[string, string]>([
    ['brackets', `x: ${'['.repeat(LEVELS)}`],
    ['braces', `x: ${'{'.repeat(LEVELS)}`],
    ['braces with keys', `x: ${'{a: '.repeat(LEVELS)}`],
    ['brackets that are closed', `x: ${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}`],
    ['lists in lists on one line', `x:\n  ${'- '.repeat(LEVELS)}a`],
    ['lists in lists on one line, some 3,000', `x:\n  ${'- '.repeat(3_000)}a`],
    ['keys that are mappings', `${'? '.repeat(LEVELS)}a`],
    ['keys that are mappings, some 3,000', `${'? '.repeat(3_000)}a`],
    ['mappings by indentation', `x:\n${stairs('a:')}`],
    ['lists by indentation', `x:\n${stairs('-')}`],
    ['a list and a mapping in turn', `x:\n  ${'- a:\n  '.repeat(3)}${'- b: '.repeat(10_000)}`],
    ['tags', `x: ${'!a '.repeat(LEVELS)}b`],
    ['anchors', `x: ${'&a '.repeat(LEVELS)}b`],
  ])('%s', (_, frontmatter) => {
    expectInTime(AGENT, agentOf(frontmatter));
  });
});

describe('JSON that is nested without measure is refused before a parser runs out of stack', () => {
  const documents: [string, string][] = [
    ['brackets', '['.repeat(LEVELS)],
    ['braces', '{'.repeat(LEVELS)],
    ['objects', `${'{"hooks":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`],
    ['closed brackets', `{"hooks":${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}}`],
    ['brackets behind a comment with a quote', `// "\n${'['.repeat(LEVELS)}`],
    ['brackets behind closing ones', `${']'.repeat(LEVELS)}${'['.repeat(LEVELS * 2)}`],
    ['brackets that a comment in between closes', `${`${'['.repeat(150)}/*${']'.repeat(150)}*/`.repeat(500)}`],
    ['brackets behind comments that close as many', `/*${']'.repeat(LEVELS)}*/${'['.repeat(LEVELS)}`],
  ];

  test.each(documents.flatMap(([name, text]) => JSON_FILES.map((file) => [name, file, text] as const)))(
    '%s in %s',
    (_, file, text) => expectInTime(file, text),
  );
});

describe('code that an agent shows is nested without measure', () => {
  test.each<[string, string]>([
    ['brackets in the example of a report', `\`\`\`json\n${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}\n\`\`\``],
    ['objects in the example of a report', `\`\`\`json\n${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}\n\`\`\``],
  ])('%s', (_, code) => {
    for (const heading of ['Output Format', 'Example']) expectInTime(AGENT, agentOf('', `## ${heading}\n\n${code}`));
  });
});
