import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRoute } from '../../src/routing/route-prompt.js';
import { scorePrompt } from '../../src/routing/score.js';
import type { RoutingTable } from '../../src/routing/table.js';
import { stemOf, wordsOf } from '../../src/routing/words.js';
import { readShipped } from './shipped-router.js';

const tableOf = (...groups: RoutingTable['groups']): RoutingTable => ({ threshold: 1, keywordWeight: 1, groups });
const group = (name: string, weight: number, ...terms: string[]) => ({ name, weight, lines: terms.join('\n') });
const matched = (prompt: string, ...terms: string[]) =>
  scorePrompt(prompt, tableOf(group('a', 1, ...terms)), []).contributions.flatMap(({ matches }) =>
    matches.map(({ term }) => term),
  );

describe('terms', () => {
  test.each([
    ['two words side by side', 'Add a rate limit', 'rate limit', true],
    ['a hyphen between them', 'rate-limiting', 'rate limiting', true],
    ['names of code', 'createOrder fails', 'create order', true],
    ['another order', 'limit the rate', 'rate limit', false],
    ['the plural of a word', 'two queries', 'query', true],
    ['a word in the plural', 'a query', 'queries', true],
    ['the third person', 'it returns nothing', 'return', true],
    ['a beginning', 'paginated lists', 'paginat*', true],
    ['part of a word', 'capital', 'api', false],
    ['one of several words', 'give 404 here', 'give 404|409', true],
    ['a gap of three words', 'hash all of their passwords', 'hash ... password', true],
    ['a gap of no word', 'hash passwords', 'hash ... password', true],
    ['a gap of four words', 'hash it and store all passwords', 'hash ... password', false],
    ['other alphabets', 'добавь эндпоинт', 'эндпоинт', true],
  ])('match %s', (_, prompt, term, expected) => {
    expect(matched(prompt, term)).toEqual(expected ? [term] : []);
  });

  test.each(['', '   ', '...', '... a', 'a ...', '-'])('without a word at both ends match nothing: %j', (term) => {
    expect(matched('a a a', term)).toEqual([]);
  });
});

describe('scores', () => {
  test('of overlapping terms the longest counts, whatever its group', () => {
    const table = tableOf(group('for', 1, 'login'), group('against', -2, 'login form'));
    expect(scorePrompt('fix the login form', table, []).score).toBe(-2);
    expect(scorePrompt('fix the login form of the login', table, []).score).toBe(-1);
  });

  test('what stands in a gap still counts', () => {
    const table = tableOf(group('a', 1, 'only ... edit'), group('b', 1, 'teacher'));
    expect(scorePrompt('only teachers may edit', table, []).score).toBe(2);
  });

  test('a second term of a group adds half as much, and one that is repeated nothing', () => {
    const table = tableOf(group('a', 1, 'endpoint', 'route'));
    expect(scorePrompt('endpoint', table, []).score).toBe(1);
    expect(scorePrompt('endpoint endpoint', table, []).score).toBe(1);
    expect(scorePrompt('endpoint route', table, []).score).toBe(1.5);
  });

  test('a group counts while one of its keywords is in Auto Mode, and a new keyword counts at once', () => {
    const table = tableOf({ ...group('limits', 1, 'throttle'), for: ['rate limiting', 'API'] });
    expect(scorePrompt('throttle it', table, ['Rate Limiting']).routed).toBe(true);
    expect(scorePrompt('throttle it', table, ['database']).routed).toBe(false);
    expect(scorePrompt('two zeppelins', table, ['Zeppelin']).routed).toBe(true);
  });

  test('any text gives a finite score, the same each time, whatever its length', async () => {
    const { table, keywords } = await readShipped();
    fc.assert(
      fc.property(fc.string({ maxLength: 9_000, unit: 'grapheme' }), (prompt) => {
        const routing = scorePrompt(prompt, table, keywords);
        expect(Number.isFinite(routing.score)).toBe(true);
        expect(scorePrompt(prompt, table, keywords)).toEqual(routing);
      }),
      { numRuns: 100 },
    );
  });
});

test('stems join the forms of a word, and leave alone what only looks like a plural', () => {
  const forms = ['queries', 'returns', 'boxes', 'matches', 'status', 'class', 'redis', 'as', 'ties'];
  expect(forms.map(stemOf)).toEqual(['query', 'return', 'box', 'match', 'status', 'class', 'redis', 'as', 'ties']);
  expect(wordsOf("user_id, don't /api/v1")).toEqual(['user', 'id', 'dont', 'api', 'v1']);
});

describe('decisions', () => {
  const decide = (prompt: string, agents: string[] = []) =>
    decideRoute({
      prompt,
      agent: 'backend-system-architect',
      agents,
      table: tableOf({ ...group('a', 1, 'api', 'agent'), for: ['API'] }),
      keywords: ['API'],
    });

  test.each([
    ['', 'it is empty'],
    ['/review the API', 'it is a command'],
    ['/my-plugin:review API', 'it is a command'],
    ['!curl API', 'it is a command'],
    ['<task-notification>\n<result>The API is done.</result>', 'the client wrote it'],
    ['[SYSTEM NOTIFICATION - NOT USER INPUT]\nThe API is done.', 'the client wrote it'],
    ['use the security agent for the API', 'it names an agent'],
    ['@agent-reviewer look at the API', 'it names an agent'],
    ['what does code-quality-reviewer say of the API', 'it names an agent'],
    ['Have Backend-System-Architect design the API', 'it names an agent'],
  ])('%j is left alone: %s', (prompt, reason) => {
    expect(decide(prompt, ['code-quality-reviewer'])).toEqual({ kind: 'left-alone', reason });
  });

  test.each(['/api/v1/orders is a slow API', 'store the user agent in the API', 'agents of the courier call the API'])(
    '%j is routed',
    (prompt) => {
      expect(decide(prompt).kind).toBe('routed');
    },
  );

  test('the line has at most four of the words that matched, and nothing else of the prompt', () => {
    const table = tableOf({ ...group('a', 1, 'a1', 'a2', 'a3', 'a4', 'a5'), for: ['API'] }, group('b', 1, 'hidden'));
    const prompt = 'a1 secret a2 hidden a3 a4 a5';
    const decision = decideRoute({ prompt, agent: 'x', agents: [], table, keywords: ['API'] });
    expect(decision).toMatchObject({ kind: 'routed', words: ['a1', 'a2', 'a3', 'a4'] });
    expect(JSON.stringify(decision.kind === 'routed' && decision.line)).not.toMatch(/secret|hidden/);
  });
});
