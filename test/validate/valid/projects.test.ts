import { describe, test } from 'vitest';
import { AGENT, agent, BASE, definition, json, settings, skillText, withField } from '../cases/package-files.js';
import type { MemoryFiles } from '../memory-access.js';
import { expectSilence } from './silence.js';

const VALID = agent(...BASE);
const tester = definition(['name: tester', 'description: Tests.']);
const SCRIPT = { script: '#!/bin/sh\n' };
const stop = (command: string) => ({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });

describe('a project', () => {
  test.each<[name: string, files: MemoryFiles]>([
    [
      'with an agents folder of something else beside .claude',
      { ...VALID, 'agents/base.md': '# Base\n', 'agents/run.py': '' },
    ],
    [
      'with such a folder, and nothing in .claude but commands',
      { '.claude/commands/a.md': '', 'agents/base.md': '# Base\n' },
    ],
    ['with such a folder, and a .mcp.json', { ...json('.mcp.json', { mcpServers: {} }), 'agents/base.md': '# Base\n' }],
    ['with a skills folder of something else', { ...VALID, 'skills/cooking/README.md': '' }],
    ['with a hooks folder of something else', { ...VALID, 'hooks/hooks.json': '{}', 'plugin.json': '[]' }],
    [
      'with READMEs among the agents',
      { ...VALID, '.claude/agents/README.md': '# Agents\n', '.claude/agents/sub/CLAUDE.md': 'x' },
    ],
    ['with agents in folders', { ...VALID, '.claude/agents/a/b/tester.md': tester }],
    [
      'with other files among the agents',
      { ...VALID, '.claude/agents/notes.txt': '', '.claude/agents/tools.json': '[' },
    ],
    ['with an empty settings file', { ...VALID, '.claude/settings.json': '{}', '.claude/settings.local.json': '' }],
    [
      'with settings of many kinds',
      {
        ...VALID,
        ...settings({
          $schema: 'https://json.schemastore.org/claude-code-settings.json',
          model: 'opus',
          env: { A: '1' },
          permissions: {
            allow: ['Bash(npm run *)', 'Read', 'mcp__db', 'mcp__db__*', 'WebFetch(domain:a.b)', 'Skill(lint)'],
            ask: ['Bash'],
            deny: ['Read(./.env)', 'Read(~/.ssh/**)', 'Task(Explore)', 'Agent(Plan)', 'Bash', '*'],
            defaultMode: 'plan',
            additionalDirectories: ['../a'],
          },
          statusLine: { type: 'command', command: 'x' },
          enabledPlugins: { 'a@b': true },
          cleanupPeriodDays: 3,
          enableAllProjectMcpServers: true,
          unknown: [],
        }),
      },
    ],
    ['with hooks beside other settings', { ...VALID, ...settings({ ...stop('make'), disableAllHooks: false }) }],
    [
      'with servers of many kinds',
      {
        ...VALID,
        ...json('.mcp.json', {
          mcpServers: {
            a: { command: 'npx', args: ['-y', 'x'], env: { K: `\${K:-x}` } },
            b: { type: 'stdio', command: `\${ROOT}/b`, timeout: 5 },
            c: { type: 'http', url: 'https://a.b/c', headers: { A: `Bearer \${T}` } },
            d: { type: 'sse', url: `\${URL}/sse` },
            'e f.g': { command: 'x', cwd: '.' },
          },
        }),
      },
    ],
    ['with a plugin in it', { ...VALID, 'plugins/a/.claude-plugin/plugin.json': '{}', 'plugins/a/agents/b.md': '' }],
    [
      'with an own script for settings of one machine',
      { ...VALID, ...json('.claude/settings.local.json', stop('"$HOME"/bin/notify')) },
    ],
    ['with a skill that a command is', { ...withField('skills: [lint]'), '.claude/commands/lint.md': 'Lint.\n' }],
    [
      'with handoffs to agents that are there',
      {
        [AGENT]: definition(BASE, '# A\n\n## Integration\n- **Hands off to:** tester (tests), Explore (a look)\n'),
        '.claude/agents/tester.md': tester,
      },
    ],
    ...['**tester**', '[tester](tester.md)', '`tester`', 'none', '-', 'the user'].map((whom): [string, MemoryFiles] => [
      `with work that is handed to ${whom}`,
      {
        [AGENT]: definition(BASE, `# A\n\n## Integration\n- **Hands off to:** ${whom}\n`),
        '.claude/agents/tester.md': tester,
      },
    ]),
  ])('%s', (_, files) => expectSilence(files));
});

describe('a repository of several projects', () => {
  const project = (name: string): MemoryFiles => ({
    [`${name}/.claude/agents/reviewer.md`]: definition([...BASE, 'skills: [lint]']),
    [`${name}/.claude/skills/lint/SKILL.md`]: skillText('lint'),
    [`${name}/.claude/settings.json`]: JSON.stringify(stop('"$CLAUDE_PROJECT_DIR"/.claude/hooks/a.sh')),
    [`${name}/.claude/hooks/a.sh`]: SCRIPT,
  });
  const files = { '.git/HEAD': '', ...project('apps/a'), ...project('apps/b'), ...VALID };

  test.each([[['.']], [['apps/a']], [['apps/a', 'apps/b', '.']], [['apps/a/.claude', 'apps/b/.claude/agents']]])(
    'at %j, whose agents have the same names',
    (paths) => expectSilence(files, { paths }),
  );
});

test('a package that is yet to be installed', () => {
  expectSilence({
    'agents/reviewer.md': definition([
      ...BASE,
      'skills: [lint]',
      'hooks:',
      '  Stop:',
      '    - hooks:',
      '        - type: command',
      `          command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/a.sh'`,
    ]),
    'skills/lint/SKILL.md': skillText('lint'),
    'hooks/agent/a.sh': SCRIPT,
  });
});
