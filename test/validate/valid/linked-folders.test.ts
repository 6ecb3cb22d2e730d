import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskAccess } from '../../../src/validate/file-access.js';
import { validate } from '../../../src/validate/validate.js';
import { makeRepository } from '../../support/repository.js';
import { BASE, definition, skillText } from '../cases/package-files.js';

/** What is reported about a repository on the disk, in which some paths are links to others of it. */
async function findings(files: Record<string, string>, links: Record<string, string>): Promise<string[]> {
  const cwd = await makeRepository(files);
  for (const [name, target] of Object.entries(links)) {
    const file = path.join(cwd, name);
    await mkdir(path.dirname(file), { recursive: true });
    await symlink(path.relative(path.dirname(file), path.join(cwd, target)) || '.', file);
  }
  const { diagnostics, summary } = validate({ paths: [cwd], cwd, access: diskAccess });
  expect(summary.files).toBeGreaterThan(0);
  return diagnostics.map(({ ruleId, location, message }) => `${location.file} ${ruleId} ${message}`);
}

const STORE = '.agents/skills';
const SKILL = { [`${STORE}/lint/SKILL.md`]: skillText('lint') };
const AGENT = { '.claude/agents/reviewer.md': definition([...BASE, 'skills: [lint]']) };

describe('links within the repository, as other installers make them, are as good as what they lead to', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a skill', { ...SKILL, ...AGENT }, { '.claude/skills/lint': `${STORE}/lint` }],
    ['a folder of skills', { ...SKILL, ...AGENT }, { '.claude/skills': STORE }],
    ['the whole .claude', { 'config/agents/reviewer.md': definition(BASE) }, { '.claude': 'config' }],
    ['an agent', { 'shared/reviewer.md': definition(BASE) }, { '.claude/agents/reviewer.md': 'shared/reviewer.md' }],
    ['a folder of agents', { 'shared/reviewer.md': definition(BASE) }, { '.claude/agents': 'shared' }],
    [
      'a skill that points to its own files',
      {
        [`${STORE}/lint/SKILL.md`]: `${skillText('lint')}[a](references/a.md)\n`,
        [`${STORE}/lint/references/a.md`]: '',
      },
      { '.claude/skills/lint': `${STORE}/lint` },
    ],
    [
      'a skill that points to a neighbour of the place where it lies',
      { [`${STORE}/lint/SKILL.md`]: `${skillText('lint')}[a](../shared/a.md)\n`, [`${STORE}/shared/a.md`]: '' },
      { '.claude/skills/lint': `${STORE}/lint` },
    ],
    [
      'a file that a skill points to',
      { '.claude/skills/lint/SKILL.md': `${skillText('lint')}[a](a.md)\n`, 'docs/a.md': '' },
      { '.claude/skills/lint/a.md': 'docs/a.md' },
    ],
    [
      'a folder of hooks',
      {
        'tools/check.sh': '#!/bin/sh\n',
        '.claude/settings.json': JSON.stringify({
          hooks: { Stop: [{ hooks: [{ type: 'command', command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/check.sh' }] }] },
        }),
      },
      { '.claude/hooks': 'tools' },
    ],
    [
      'CLAUDE.md and settings',
      { 'AGENTS.md': '# A\n', 'config.json': '{}', ...AGENT, '.claude/skills/lint/SKILL.md': skillText('lint') },
      { 'CLAUDE.md': 'AGENTS.md', '.claude/settings.json': 'config.json' },
    ],
  ])('%s', async (_, files, links) => {
    expect(await findings(files, links)).toEqual([]);
  });
});

test('a link that leads to itself or to nothing is left out', async () => {
  const files = { '.claude/agents/reviewer.md': definition(BASE), '.claude/skills/lint/SKILL.md': skillText('lint') };
  const links = {
    '.claude/agents/again': '.claude/agents',
    '.claude/agents/loop.md': '.claude/agents/loop.md',
    '.claude/agents/gone.md': 'nowhere.md',
    '.claude/skills/lint/again': '.claude/skills',
  };
  expect(await findings(files, links)).toEqual([]);
});
