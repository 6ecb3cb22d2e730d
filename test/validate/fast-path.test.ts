import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Markdown from '../../src/definition/markdown.js';
import { RULE_IDS } from '../../src/validate/rules/catalogue.js';
import { ALL_CASES } from './cases/all-cases.js';
import type * as Diagnose from './diagnose.js';

let fast: typeof Diagnose.diagnose;
let slow: typeof Diagnose.diagnose;
/** How often the fast reader had an answer. */
let answers = 0;

beforeAll(async () => {
  const plain = await import('../../src/definition/plain-yaml.js');
  vi.doMock('../../src/definition/plain-yaml.js', () => ({
    ...plain,
    readPlainYaml(text: string) {
      const values = plain.readPlainYaml(text);
      if (values) answers += 1;
      return values;
    },
  }));
  vi.resetModules();
  fast = (await import('./diagnose.js')).diagnose;
  vi.doMock('../../src/definition/plain-yaml.js', () => ({ ...plain, readPlainYaml: () => undefined }));
  vi.doMock('../../src/definition/markdown.js', async (importOriginal) => ({
    ...(await importOriginal<typeof Markdown>()),
    mayMatch: () => true,
  }));
  vi.resetModules();
  slow = (await import('./diagnose.js')).diagnose;
});

describe('with and without the fast reader of frontmatter, and the fast look at sections, the report is the same', () => {
  test('for what breaks each rule, and for what keeps it', () => {
    for (const id of RULE_IDS) {
      const { breaks, keeps, at: _, alongside: __, ...setting } = ALL_CASES[id];
      for (const files of [breaks, keeps]) expect(fast(files, setting), id).toEqual(slow(files, setting));
    }
    expect(answers).toBeGreaterThan(RULE_IDS.length);
  });

  test('for the shipped agents and skills, each with words of their frontmatter spoilt', async () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const skills = (await readdir(path.join(root, 'skills'))).slice(0, 4).map((name) => `skills/${name}/SKILL.md`);
    for (const file of ['agents/backend-system-architect.md', ...skills]) {
      const text = await readFile(path.join(root, file), 'utf8');
      const end = text.indexOf('\n---\n', 4);
      const words = [...text.slice(0, end).matchAll(/[\w-]+/g)].filter((_, number) => number % 7 === 0);
      for (const { index } of words) {
        for (const spoilt of ['x', ': ', '"', '- ', '#']) {
          const files = { [`.claude/${file}`]: text.slice(0, index) + spoilt + text.slice(index) };
          expect(fast(files), `${file} ${index} ${spoilt}`).toEqual(slow(files));
        }
      }
    }
  });
});
