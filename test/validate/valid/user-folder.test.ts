import path from 'node:path';
import { describe, test } from 'vitest';
import { AGENT, agent, BASE, definition, skill, skillText, withField } from '../cases/package-files.js';
import { HOME, type Setting } from '../diagnose.js';
import type { MemoryFiles } from '../memory-access.js';
import { expectSilence } from './silence.js';

const VALID = agent(...BASE);
const tester = definition(['name: tester', 'description: Tests.']);
const stop = (command: string) => ({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });
const home = (name: string) => path.join(HOME, '.claude', name);

describe('the folder of the user', () => {
  test.each<[name: string, files: MemoryFiles, setting: Setting]>([
    [
      'itself',
      {
        [home('agents/mine.md')]: definition([...BASE, 'skills: [lint]', 'memory: user']),
        [home('skills/lint/SKILL.md')]: skillText('lint'),
        [home('settings.json')]: JSON.stringify(stop('"$HOME"/.claude/hooks/a.sh')),
      },
      { paths: [path.join(HOME, '.claude')], user: true },
    ],
    [
      'with scripts by other paths',
      {
        [home('settings.json')]: JSON.stringify(stop('~/.claude/hooks/a.sh')),
        [home('agents/mine.md')]: definition(BASE),
      },
      { paths: [path.join(HOME, '.claude')], user: true },
    ],
    [
      'beside a project with other names',
      {
        ...VALID,
        ...skill('lint'),
        [home('agents/tester.md')]: tester,
        [home('skills/style/SKILL.md')]: skillText('style'),
      },
      { user: true },
    ],
    [
      'whose agent work is handed to',
      {
        [AGENT]: definition(BASE, '# A\n\n## Integration\n- **Hands off to:** tester (tests)\n'),
        [home('agents/tester.md')]: tester,
      },
      { user: true },
    ],
    [
      'whose state has the server',
      {
        ...withField('mcpServers: [db]'),
        [path.join(HOME, '.claude.json')]: JSON.stringify({ mcpServers: { db: { command: 'x' } } }),
      },
      { user: true },
    ],
    ['whose state is broken', { ...VALID, [path.join(HOME, '.claude.json')]: '{' }, { user: true }],
  ])('%s', (_, files, setting) => expectSilence(files, setting));
});
