import { describe, test } from 'vitest';
import { agent, BASE, definition, json, plugin, skillText } from '../cases/package-files.js';
import type { MemoryFiles } from '../memory-access.js';
import { expectSilence } from './silence.js';

const VALID = agent(...BASE);
const SCRIPT = { script: '#!/bin/sh\n' };
const stop = (command: string) => ({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });

describe('a plugin', () => {
  test.each<[name: string, files: MemoryFiles]>([
    [
      'with everything',
      {
        ...plugin({
          version: '1.0.0',
          description: 'x',
          author: { name: 'me' },
          keywords: ['a'],
          license: 'MIT',
          homepage: 'https://a.b',
        }),
        'agents/reviewer.md': definition([...BASE, 'skills: [lint, "tools:lint"]']),
        'skills/lint/SKILL.md': skillText('lint'),
        'commands/a.md': 'x',
        ...json('hooks/hooks.json', stop(`"\${CLAUDE_PLUGIN_ROOT}"/hooks/a.sh`)),
        'hooks/a.sh': SCRIPT,
        ...json('.mcp.json', { mcpServers: { a: { command: `\${CLAUDE_PLUGIN_ROOT}/a` } } }),
      },
    ],
    ['with servers at the top of .mcp.json', { ...plugin(), ...json('.mcp.json', { a: { command: 'x' } }) }],
    [
      'with paths of its own',
      {
        ...plugin({
          commands: './custom/a.md',
          skills: './custom/',
          hooks: './custom/hooks.json',
          mcpServers: './custom/mcp.json',
          outputStyles: './styles',
        }),
        'custom/a.md': '',
      },
    ],
    ['with its hooks in the manifest', plugin(stop('true'))],
    [
      'with one agent by its path',
      { ...plugin({ agents: './custom/reviewer.md' }), 'custom/reviewer.md': definition(BASE) },
    ],
    [
      'without an own manifest, in a marketplace',
      {
        ...json('.claude-plugin/marketplace.json', {
          name: 'm',
          owner: { name: 'me' },
          plugins: [{ name: 'a', source: './', strict: false }],
        }),
        'agents/reviewer.md': definition(BASE),
      },
    ],
    [
      'with an agent that has the name of a built-in one',
      { ...plugin(), 'agents/explore.md': definition(['name: Explore', 'description: Looks.']) },
    ],
    ['with a .claude folder of its own', { ...plugin(), 'agents/reviewer.md': definition(BASE), ...VALID }],
    [
      'with the agents of the plugin handed to',
      {
        ...plugin(),
        'agents/a.md': definition(['name: a', 'description: x', 'tools: Agent(b)']),
        'agents/b.md': definition(['name: b', 'description: x']),
      },
    ],
  ])('%s', (_, files) => expectSilence(files));

  test.each<[string, object[], object?]>([
    ['of folders', [{ name: 'a', source: './plugins/a' }]],
    ['of the folder itself', [{ name: 'a', source: './', strict: false }]],
    ['of names below a folder', [{ name: 'a', source: 'a' }], { pluginRoot: './plugins' }],
    ['of another repository', [{ name: 'a', source: { source: 'github', repo: 'a/b' } }]],
    ['of a URL', [{ name: 'b', source: { source: 'url', url: 'https://a.b/c.git' } }]],
    ['of none', []],
  ])('a marketplace %s', (_, plugins, metadata = { description: 'x' }) =>
    expectSilence({
      ...json('.claude-plugin/marketplace.json', {
        name: 'm',
        owner: { name: 'me', email: 'a@b.c' },
        metadata,
        plugins,
      }),
      'plugins/a/.claude-plugin/plugin.json': '{ "name": "a" }',
    }),
  );
});
