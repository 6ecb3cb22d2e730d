import { describe, test } from 'vitest';
import { BASE, definition, json, plugin, settings } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

const HOOK = { type: 'command', command: 'true' };

describe('an entry of every form that works', () => {
  test.each<[string, string, object]>([
    ['a prompt', 'Stop', { type: 'prompt', prompt: 'Is it done? $ARGUMENTS', timeout: 30, model: 'haiku' }],
    ['an agent', 'Stop', { type: 'agent', prompt: 'Do the tests pass?', timeout: 120 }],
    ['a request', 'PostToolUse', { type: 'http', url: 'http://localhost:8080/hook', headers: { A: '$TOKEN' } }],
    ['a request with a variable', 'PostToolUse', { type: 'http', url: `https://\${HOST}/hook` }],
    ['an MCP tool', 'PostToolUse', { type: 'mcp_tool', server: 'db', tool: 'note', input: { a: 1 } }],
    ['a whole number of seconds', 'Stop', { ...HOOK, timeout: 600 }],
    ['a part of a second', 'Stop', { ...HOOK, timeout: 0.5 }],
    ['an hour', 'Stop', { ...HOOK, timeout: 3600 }],
    ['a message', 'Stop', { ...HOOK, statusMessage: 'Looking' }],
    ['in the background', 'Stop', { ...HOOK, async: true, asyncRewake: true }],
    ['once', 'SessionStart', { ...HOOK, once: true }],
    ['a shell', 'Stop', { ...HOOK, shell: 'bash' }],
    ['what a failure does', 'PreToolUse', { ...HOOK, onFailure: 'block' }],
    ['a key that is not known', 'Stop', { ...HOOK, description: 'Looks.', 'x-owner': 'me' }],
    ['a rule', 'PreToolUse', { ...HOOK, if: 'Bash(git push *)' }],
    ['a rule of a path', 'PostToolUse', { ...HOOK, if: 'Edit(src/**/*.ts)' }],
    ['a tool alone', 'PreToolUse', { ...HOOK, if: 'Write' }],
    ['an MCP tool as rule', 'PreToolUse', { ...HOOK, if: 'mcp__db__ask' }],
    ['a rule of a domain', 'PermissionRequest', { ...HOOK, if: 'WebFetch(domain:example.com)' }],
  ])('%s', (_, event, entry) => expectSilence(settings({ hooks: { [event]: [{ hooks: [entry] }] } })));

  test('no entry, and no group', () => {
    expectSilence(
      settings({ hooks: { Stop: [], PreToolUse: [{ hooks: [] }], PostToolUse: [{ matcher: '*', hooks: [] }] } }),
    );
  });

  test('several groups of one event, several entries of one group', () => {
    const group = (matcher: string) => ({ matcher, hooks: [HOOK, { type: 'command', command: 'make lint' }] });
    expectSilence(settings({ hooks: { PreToolUse: [group('Write'), group('Bash')], Stop: [{ hooks: [HOOK] }] } }));
  });

  test('every event that the client has', () => {
    const events = [
      'Setup',
      'SessionStart',
      'SessionEnd',
      'UserPromptSubmit',
      'Notification',
      'PreCompact',
      'PostCompact',
    ];
    const more = [
      'PermissionDenied',
      'TaskCompleted',
      'TeammateIdle',
      'WorktreeCreate',
      'InstructionsLoaded',
      'StopFailure',
    ];
    expectSilence(
      settings({ hooks: Object.fromEntries([...events, ...more].map((event) => [event, [{ hooks: [HOOK] }]])) }),
    );
  });
});

describe('hooks in an agent file', () => {
  const frontmatter = (...lines: string[]) => ({ '.claude/agents/reviewer.md': definition([...BASE, ...lines]) });

  test.each<[string, string[]]>([
    ['empty', ['hooks:']],
    ['an empty mapping', ['hooks: {}']],
    ['in one line', ["hooks: { Stop: [{ hooks: [{ type: command, command: 'true' }] }] }"]],
    ['as JSON', ['hooks: {"PreToolUse":[{"matcher":"Write|Edit","hooks":[{"type":"command","command":"true"}]}]}']],
    [
      'with an alias',
      [
        'hooks:',
        '  Stop: &stop',
        '    - hooks:',
        '        - type: command',
        '          command: make',
        '  SubagentStop: *stop',
      ],
    ],
    [
      'with a folded command',
      [
        'hooks:',
        '  Stop:',
        '    - hooks:',
        '        - type: command',
        '          command: >-',
        '            make',
        '            lint',
      ],
    ],
    [
      'with comments',
      [
        'hooks: # mine',
        '  # at the end',
        '  Stop:',
        '    - hooks:',
        '        # says it',
        '        - { type: command, command: make } # so',
      ],
    ],
    [
      'with a matcher of a tool',
      ['hooks:', '  PostToolUse:', '    - matcher: ^(Write|Edit)$', '      hooks: [{ type: command, command: make }]'],
    ],
    [
      'with the own name as matcher',
      ['hooks:', '  Stop:', '    - matcher: reviewer', '      hooks: [{ type: command, command: make }]'],
    ],
    [
      'with a matcher of all',
      ['hooks:', '  SubagentStop:', '    - matcher: "*"', '      hooks: [{ type: prompt, prompt: Is it done? }]'],
    ],
    ['with a time', ['hooks:', '  Stop:', '    - hooks:', '        - { type: command, command: make, timeout: 60 }']],
  ])('%s', (_, lines) => expectSilence(frontmatter(...lines)));
});

describe('hooks of a plugin', () => {
  test.each<[string, object]>([
    ['with a description', { description: 'Looks.', hooks: { Stop: [{ hooks: [HOOK] }] } }],
    ['of one of its agents', { hooks: { SubagentStop: [{ matcher: 'tools:reviewer', hooks: [HOOK] }] } }],
    ['of a built-in agent', { hooks: { SubagentStart: [{ matcher: 'Explore', hooks: [HOOK] }] } }],
    ['of every agent', { hooks: { SubagentStop: [{ matcher: '*', hooks: [HOOK] }, { hooks: [HOOK] }] } }],
    [
      'of several of its agents',
      { hooks: { SubagentStop: [{ matcher: '^tools:(reviewer|tester)$', hooks: [HOOK] }] } },
    ],
  ])('%s', (_, table) =>
    expectSilence({ ...plugin(), 'agents/reviewer.md': definition(BASE), ...json('hooks/hooks.json', table) }),
  );
});
