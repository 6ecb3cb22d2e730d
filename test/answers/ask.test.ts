import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Answers, DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { askAnswers } from '../../src/answers/ask.js';
import { UsageError } from '../../src/errors.js';
import { openable } from '../support/openable.js';

const KNOWN = {
  skills: ['api-design', 'caching', 'github-cli'],
  preloaded: ['api-design', 'github-cli'],
  servers: ['context7', 'postgres-mcp'],
};
const FOUND = {
  root: 'services/api',
  app: 'shop',
  evidence: 'services/api/shop/main.py:7',
  others: ['services/b/b/main.py:1'],
  alternatives: [{ root: 'services/b', app: 'b' }],
};
const WITH_FOUND: Answers = { ...DEFAULT_ANSWERS, backend: { root: 'services/api', app: 'shop' } };

/** Types keys on a terminal of its own; gives the answers, or what was thrown, and what the terminal showed. */
async function type(keys: string, defaults: Answers = DEFAULT_ANSWERS, found?: typeof FOUND) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = openable({ isTTY: true });
  const environment = {
    argv: [],
    cwd: '/',
    env: {},
    stdin,
    stdout: new PassThrough(),
    stderr,
    packageRoot: '/',
    version: '1.0.0',
  };
  stdin.write(keys);
  const context = { ...KNOWN, ...(found ? { found } : {}) };
  const result = await askAnswers(environment, defaults, context).catch((error: unknown) => error);
  const shown = String(stderr.read() ?? '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these move the cursor.
  return { result, shown: shown.replace(/\u001b\[[\d;]*[A-Za-z]/g, '') };
}

describe('an empty line takes the default', () => {
  test('of the package', async () => {
    expect((await type('\n\n\n\n')).result).toEqual(DEFAULT_ANSWERS);
  });

  test('of what is recorded, whatever it is', async () => {
    const recorded: Answers = {
      scope: 'user',
      backend: { root: '.', app: '' },
      skills: ['caching'],
      router: false,
      mcp: [],
      hookStarter: 'node',
    };
    const { result, shown } = await type('\r\r\r\r', recorded);
    expect(result).toEqual(recorded);
    for (const shownDefault of ['[.:]', '[caching]', '[no]', '[none]']) expect(shown).toContain(shownDefault);
  });

  test('of what was found, and the question says where', async () => {
    const { result, shown } = await type('\n\n\n\n', WITH_FOUND, FOUND);
    expect(result).toEqual(WITH_FOUND);
    expect(shown).toContain(
      'Backend folder (found services/api/shop/main.py:7, also services/b/b/main.py:1) [services/api:shop]: ',
    );
  });
});

test('every answer is taken, also when all lines come at once', async () => {
  const { result } = await type('server/\npreloaded\nn\ncontext7\n');
  expect(result).toEqual({
    scope: 'project',
    backend: { root: 'server', app: 'app' },
    skills: ['api-design', 'github-cli'],
    router: false,
    mcp: ['context7'],
    hookStarter: 'sh',
  });
});

test('another backend that was found keeps its package', async () => {
  expect((await type('services/b\n\n\n\n', WITH_FOUND, FOUND)).result).toMatchObject({
    backend: { root: 'services/b', app: 'b' },
  });
});

test('a wrong answer says what is allowed, and the question comes again', async () => {
  const { result, shown } = await type('/srv\n\ncachign\ncaching\nperhaps\nYES\nnone\n');
  expect(result).toEqual({ ...DEFAULT_ANSWERS, skills: ['caching'], mcp: [] });
  expect(shown).toContain('it is an absolute path. Name a folder below the repository');
  expect(shown).toContain('did you mean "caching"? Allowed: all, none');
  expect(shown).toContain('"perhaps" is neither yes nor no. Allowed: yes, no.');
  expect(shown.match(/Route prompts/g)).toHaveLength(2);
});

test.each([
  ['the end of the input', '\n\n\u0004'],
  ['Ctrl-C', '\n\u0003'],
])('%s before the last answer is no answer', async (_, keys) => {
  const { result } = await type(keys);
  expect(result).toBeInstanceOf(UsageError);
  expect(String(result)).toContain('nothing was written');
});

test('a closed input is no answer either', async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = openable({ isTTY: true });
  const environment = {
    argv: [],
    cwd: '/',
    env: {},
    stdin,
    stdout: new PassThrough(),
    stderr,
    packageRoot: '/',
    version: '1.0.0',
  };
  stdin.end('\n');
  await expect(askAnswers(environment, DEFAULT_ANSWERS, KNOWN)).rejects.toThrow('nothing was written');
});

test('the questions are one line of plain ASCII each, even where a file has an odd name', async () => {
  const others = ['a.py:1', 'b.py:1', 'c.py:1'];
  const { shown } = await type('\n\n\n\n', WITH_FOUND, { ...FOUND, evidence: 'a\u001b[2J\nb/main.py:1', others });
  expect(shown).toMatch(/^[\n\r\x20-\x7e]*$/);
  expect(shown).toContain('(found a\\u001b[2J\\u000ab/main.py:1, also a.py:1 and 2 more)');
});
