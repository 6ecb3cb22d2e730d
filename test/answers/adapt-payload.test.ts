import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adaptPayload } from '../../src/answers/adapt-payload.js';
import { type Answers, DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { hookCommand } from '../../src/answers/hook-command.js';
import { sha256 } from '../../src/install/payload.js';
import { diagnose, HOME } from '../validate/diagnose.js';
import { adapt, inMemory, SKILLS, shipped, textOf } from './payload-files.js';

test('with the default answers every file stays the same object', () => {
  const adapted = adaptPayload(shipped, DEFAULT_ANSWERS);
  expect(adapted.files).toHaveLength(shipped.files.length);
  adapted.files.forEach((file, index) => {
    expect(file).toBe(shipped.files[index]);
  });
});

test('a file that is adapted has the hash of its new content; run bits, order and all else are kept, but for the project’s context', () => {
  const adapted = adapt({ scope: 'user', backend: { root: '.', app: 'shop' } });
  const isOfContext = (file: string) => file.startsWith('.claude/context/');
  const before = shipped.files.filter(({ path: file }) => !isOfContext(file));
  expect(adapted.files).toEqual(
    before.map((file, index) => {
      const { content } = adapted.files[index] ?? file;
      return { ...file, content, sha256: sha256(content) };
    }),
  );
  const { files: _, ...rest } = shipped;
  expect(adapted).toMatchObject(rest);
});

test('an installation in the user’s folder starts the same hooks from there', () => {
  const frontmatter = (text: string) => text.slice(0, text.indexOf('\n---\n', 4));
  const [before, after] = [textOf(shipped), textOf(adapt({ scope: 'user' }))];
  expect(frontmatter(after)).not.toContain('CLAUDE_PROJECT_DIR');
  const rootOf = (scope: Answers['scope']) => hookCommand('', { scope, hookStarter: 'sh' }).command.replace('/.sh', '');
  expect(frontmatter(after).replaceAll(rootOf('user'), () => rootOf('project'))).toBe(frontmatter(before));
  expect(after.slice(frontmatter(after).length)).toBe(before.slice(frontmatter(before).length));
});

const folder = fc.constantFrom(
  'backend',
  'services/api',
  'apps/my backend',
  'src',
  'tests',
  'C#/a-b_c.d',
  "it's/%20&$1",
);
const answers: fc.Arbitrary<Answers> = fc.record({
  scope: fc.constantFrom('project' as const, 'user' as const),
  backend: fc.record({
    root: fc.oneof(folder, fc.constant('.')),
    app: fc.oneof(folder, fc.constantFrom('', 'app', 'src/shop')),
  }),
  skills: fc.oneof(fc.constant('all' as const), fc.subarray(SKILLS)),
  router: fc.boolean(),
  mcp: fc.constantFrom('all' as const, [], ['context7']),
  hookStarter: fc.constantFrom('sh' as const, 'node' as const),
});

describe('whatever the answers, the validator has nothing to say', () => {
  test('about an installation in a repository, and one in the user’s folder', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const payload = adaptPayload(shipped, given);
        const users = given.scope === 'user';
        const files = inMemory(payload, users ? HOME : '');
        const found = diagnose(files, users ? { user: true, paths: [path.join(HOME, '.claude')] } : {});
        expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
      }),
      { numRuns: 60, examples: [[{ ...DEFAULT_ANSWERS, skills: [] }]] },
    );
  });
});
