import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRoutingTable } from '../../src/routing/table.js';
import { beginningsOf, compileTerm, matchTerm, mayMatch, preselect } from '../../src/routing/terms.js';
import { readWords } from '../../src/routing/words.js';

const file = path.resolve(import.meta.dirname, '../../agents/backend-system-architect.routing.json');
const SHIPPED = parseRoutingTable(readFileSync(file, 'utf8')).groups.flatMap(({ lines }) => lines.split('\n'));

/** Words that are near to each other, in the plural, cut off, with alternatives, of other scripts, of signs. */
const word = fc.constantFrom(
  ...[
    'query',
    'queries',
    'class',
    'classes',
    'api',
    'apis',
    'a',
    'y',
    'ye',
    '404',
    '404|409',
    'pag*',
    'a*',
    'box|y|pagination',
  ],
  ...[
    'naïve',
    'Größe',
    'Query',
    'foo-bar',
    "don't",
    'x_y',
    '|',
    '*',
    '...',
    'boxes',
    'box',
    'paginated',
    'q|que*',
    'status',
  ],
);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

/** What is looked at of these terms, and which of them the prompt has, by looking at all. */
function matching(prompt: string, terms: readonly string[]) {
  const words = readWords(prompt);
  const looked = new Set(preselect(['', terms.join('\n')], beginningsOf(words))[1]);
  const hasTerm = (text: string) => {
    const term = compileTerm(text);
    return term !== undefined && matchTerm(term, words).length > 0;
  };
  return { looked, hasTerm, mayHave: (text: string) => mayMatch(text, words) };
}

test('no term that a prompt has is left out unlooked at', () => {
  let matches = 0;
  fc.assert(
    fc.property(phrase, fc.array(phrase, { maxLength: 12 }), (prompt, terms) => {
      const { looked, hasTerm, mayHave } = matching(prompt, terms);
      for (const term of terms.filter(hasTerm)) {
        matches += 1;
        expect(looked).toContain(term);
        expect(mayHave(term)).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(matches).toBeGreaterThan(500);
});

test('each shipped term is found in a prompt of its own words, though few are looked at', () => {
  for (const text of SHIPPED) {
    const words = text.replaceAll('...', 'really').replaceAll('*', 'ing').split(' ');
    const prompt = `please ${words.map((piece) => piece.split('|').at(-1)).join(' ')}`;
    const { looked, hasTerm } = matching(prompt, SHIPPED);
    expect(hasTerm(text), text).toBe(true);
    expect(looked, prompt).toContain(text);
    expect(looked.size).toBeLessThan(SHIPPED.length / 5);
  }
});
