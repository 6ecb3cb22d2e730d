import { describe, expect, test } from 'vitest';
import { type Answers, DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { answersSchema } from '../../src/answers/answers-schema.js';
import type { FoundBackend } from '../../src/answers/find-backend.js';
import { type AnswerOptions, resolveAnswers } from '../../src/answers/read-options.js';
import { UsageError } from '../../src/errors.js';

const KNOWN = {
  skills: ['api-design', 'caching', 'github-cli', 'rate-limiting'],
  preloaded: ['github-cli', 'api-design'],
  servers: ['context7', 'postgres-mcp'],
};

const FOUND: FoundBackend = {
  root: 'services/api',
  app: 'src/shop',
  evidence: 'services/api/src/shop/main.py:3',
  others: ['services/billing/billing/main.py:5'],
  alternatives: [{ root: 'services/billing', app: 'billing' }],
};

const RECORDED: Answers = {
  scope: 'project',
  backend: { root: 'server', app: 'web' },
  skills: ['caching'],
  router: false,
  mcp: [],
  hookStarter: 'node',
};

const resolve = (options: AnswerOptions, recorded?: Answers, found?: FoundBackend) =>
  resolveAnswers(options, recorded, found, KNOWN);

function refusal(options: AnswerOptions): string {
  try {
    resolve(options);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.help}`;
  }
  return 'taken';
}

describe('what wins', () => {
  test('nothing said, recorded or found: the defaults', () => {
    expect(resolve({})).toEqual(DEFAULT_ANSWERS);
  });

  test('what was found over the defaults', () => {
    expect(resolve({}, undefined, FOUND)).toEqual({
      ...DEFAULT_ANSWERS,
      backend: { root: 'services/api', app: 'src/shop' },
    });
  });

  test('what is recorded over what was found', () => {
    expect(resolve({}, RECORDED, FOUND)).toEqual(RECORDED);
  });

  test('each option over what is recorded, and the others stay as they are', () => {
    expect(resolve({ router: true }, RECORDED, FOUND)).toEqual({ ...RECORDED, router: true });
    expect(resolve({ skills: 'none' }, RECORDED, FOUND)).toEqual({ ...RECORDED, skills: [] });
    expect(resolve({ mcp: true }, RECORDED, FOUND)).toEqual({ ...RECORDED, mcp: 'all' });
    expect(resolve({ scope: 'user' }, RECORDED, FOUND)).toEqual({ ...RECORDED, scope: 'user' });
    expect(resolve({ backendRoot: '.:' }, RECORDED, FOUND)).toEqual({ ...RECORDED, backend: { root: '.', app: '' } });
  });

  test('for the user’s own folder one repository is no measure', () => {
    expect(resolve({ scope: 'user' }, undefined, FOUND).backend).toEqual(DEFAULT_ANSWERS.backend);
  });

  test('a recorded name that is no longer shipped is left out', () => {
    const recorded: Answers = { ...RECORDED, skills: ['caching', 'gone'], mcp: ['context7', 'gone'] };
    expect(resolve({}, recorded)).toEqual({ ...RECORDED, skills: ['caching'], mcp: ['context7'] });
  });
});

describe('--backend-root', () => {
  test.each([
    ['services/api', 'services/api'],
    ['./services//api/', 'services/api'],
    ['services\\api\\', 'services/api'],
    ['services/../api', 'api'],
    [' my api ', 'my api'],
    ['.', '.'],
    ['./', '.'],
    ['a/..', '.'],
    ['..a/...', '..a/...'],
    ['Dienste/Öl', 'Dienste/Öl'],
  ])('%j is the folder %j', (backendRoot, root) => {
    expect(resolve({ backendRoot }).backend).toEqual({ root, app: 'app' });
  });

  test.each([
    ['services/api:src/shop', { root: 'services/api', app: 'src/shop' }],
    ['services/api:./shop/', { root: 'services/api', app: 'shop' }],
    ['.:', { root: '.', app: '' }],
    ['api:.', { root: 'api', app: '' }],
  ])('%j names the package too', (backendRoot, backend) => {
    expect(resolve({ backendRoot }).backend).toEqual(backend);
  });

  test.each([
    ['server', RECORDED, FOUND, 'web'],
    ['services/api', RECORDED, FOUND, 'src/shop'],
    ['services/billing', undefined, FOUND, 'billing'],
    ['services', undefined, FOUND, 'api/src/shop'],
    ['services/api/src', undefined, FOUND, 'shop'],
    ['services/api/src/shop', undefined, FOUND, ''],
    ['.', undefined, FOUND, 'services/api/src/shop'],
    ['elsewhere', RECORDED, FOUND, 'app'],
    ['services/ap', undefined, FOUND, 'app'],
  ])('%s keeps the package that is known there', (backendRoot, recorded, found, app) => {
    expect(resolve({ backendRoot }, recorded, found).backend).toEqual({ root: backendRoot, app });
  });

  test.each([
    ['/srv/api', 'absolute'],
    ['\\\\host\\api', 'absolute'],
    ['C:\\api', 'absolute'],
    ['c:/api:app', 'absolute'],
    ['..', 'out of the repository'],
    ['a/../../b', 'out of the repository'],
    ['api:../app', 'out of the repository'],
    ['~/api', '"~"'],
    ['', 'names nothing'],
    [':app', 'names nothing'],
    ['a,b', '","'],
    ['a*', '"*"'],
    ['a?', '"?"'],
    ['[ab]', '"["'],
    ['{a}', '"{"'],
    ['(a)', '"("'],
    ['`a`', '"`"'],
    ['!a', '"!"'],
    ['a"b', '"\\""'],
    ['a\nb', '"\\n"'],
    ['a:b:c', '":"'],
  ])('%j is refused, and it is said what is allowed', (backendRoot, reason) => {
    expect(refusal({ backendRoot })).toContain(reason);
    expect(refusal({ backendRoot })).toContain('such as services/api, or "." for the repository itself');
  });
});

describe('--skills and --mcp', () => {
  test.each([
    ['all', 'all'],
    ['none', []],
    ['preloaded', ['api-design', 'github-cli']],
    ['preloaded,caching', ['api-design', 'caching', 'github-cli']],
    [' rate-limiting , caching,rate-limiting, ', ['caching', 'rate-limiting']],
    ['rate-limiting,github-cli,caching,api-design', 'all'],
  ])('--skills %j', (skills, expected) => {
    expect(resolve({ skills }).skills).toEqual(expected);
  });

  test.each([
    [false, []],
    [true, 'all'],
    ['none', []],
    ['all', 'all'],
    ['postgres-mcp', ['postgres-mcp']],
    ['postgres-mcp,context7', 'all'],
  ])('--mcp %j', (mcp, expected) => {
    expect(resolve({ mcp }).mcp).toEqual(expected);
  });

  test.each<[AnswerOptions, string]>([
    [{ skills: 'cachign' }, 'There is no "cachign" among the skills (--skills); did you mean "caching"?'],
    [{ skills: 'x' }, 'Allowed: all, none, or with commas between them: preloaded, api-design, caching, github-cli'],
    [{ skills: '' }, 'No skills are named (--skills).'],
    [{ skills: 'all,caching' }, '"all" stands alone'],
    [{ skills: 'toString' }, 'There is no "toString"'],
    [{ mcp: 'postgres' }, 'Allowed: all, none, or with commas between them: context7, postgres-mcp.'],
    [{ scope: 'global' }, 'Allowed for --scope: project'],
  ])('%j is refused', (options, words) => {
    expect(refusal(options)).toContain(words);
  });
});

describe('what stands in a manifest', () => {
  test.each([DEFAULT_ANSWERS, RECORDED, { ...RECORDED, backend: { root: '.', app: '' } }])('%j', (answers) => {
    expect(answersSchema().parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  });

  test.each([
    ['a missing key', { ...DEFAULT_ANSWERS, router: undefined }],
    ['a folder outside', { ...DEFAULT_ANSWERS, backend: { root: '../x', app: 'app' } }],
    ['a folder in another spelling', { ...DEFAULT_ANSWERS, backend: { root: './x', app: 'app' } }],
    ['a package that ends an entry of Boundaries', { ...DEFAULT_ANSWERS, backend: { root: 'x', app: 'a, **' } }],
    ['another scope', { ...DEFAULT_ANSWERS, scope: 'machine' }],
    ['another way to start hooks', { ...DEFAULT_ANSWERS, hookStarter: 'perl' }],
    ['a name for a list', { ...DEFAULT_ANSWERS, skills: 'caching' }],
  ])('%s is refused', (_, answers) => {
    expect(answersSchema().safeParse(answers).success).toBe(false);
  });
});
