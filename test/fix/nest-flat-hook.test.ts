import { describe, expect, test } from 'vitest';
import { fixAgent, fixLines, fixSettings } from './fix-memory.js';

const inHooks = (lines: readonly string[]) => ['hooks:', '  Stop:', ...lines.map((line) => line && `    ${line}`)];

describe('a flat hook in frontmatter is nested', () => {
  test.each<[string, string[], string[]]>([
    ['with a command only', ['- command: ls'], ['- hooks:', '    - type: command', '      command: ls']],
    [
      'with a type, of which no second one is made',
      ['- type: command', '  command: ls'],
      ['- hooks:', '    - type: command', '      command: ls'],
    ],
    [
      'with a type behind the command',
      ['- command: ls', '  type: command'],
      ['- hooks:', '    - command: ls', '      type: command'],
    ],
    [
      'with a matcher first, which stays on the group',
      ['- matcher: a # it', '  command: ls'],
      ['- matcher: a # it', '  hooks:', '    - type: command', '      command: ls'],
    ],
    [
      'with a matcher last',
      ['- command: ls', '  timeout: 5', '  # of the group', '  matcher: a'],
      ['- hooks:', '    - type: command', '      command: ls', '      timeout: 5', '  # of the group', '  matcher: a'],
    ],
    [
      'with a matcher between its keys, which comes first',
      ['- command: ls', '  matcher: a # it', '  timeout: 5'],
      ['- matcher: a # it', '  hooks:', '    - type: command', '      command: ls', '      timeout: 5'],
    ],
    [
      'with comments and blank lines',
      ['# above', '- command: ls # runs', '', '  # seconds', '  timeout: 5', '  # async: true', '# below'],
      [
        '# above',
        '- hooks:',
        '    - type: command',
        '      command: ls # runs',
        '',
        '      # seconds',
        '      timeout: 5',
        '      # async: true',
        '# below',
      ],
    ],
    [
      'with a block scalar',
      ['- command: |', '    ls', '', '      -l', '- command: pwd'],
      [
        '- hooks:',
        '    - type: command',
        '      command: |',
        '        ls',
        '',
        '          -l',
        '- hooks:',
        '    - type: command',
        '      command: pwd',
      ],
    ],
    [
      'with a wide dash',
      ['-   command: ls', '    timeout: 5'],
      ['-   hooks:', '      - type: command', '        command: ls', '        timeout: 5'],
    ],
    [
      'with its dash on a line of its own',
      ['-', '  command: ls'],
      ['-', '  hooks:', '    - type: command', '      command: ls'],
    ],
    ['in flow style', ['- {command: ls, timeout: 5}'], ['- {hooks: [{type: command, command: ls, timeout: 5}]}']],
    ['in flow style with blanks', ['- { command: ls }'], ['- { hooks: [{ type: command, command: ls }] }']],
    [
      'in flow style with a matcher',
      ['- {matcher: a, command: ls}', '- {command: ls, matcher: a}', '- {command: ls, matcher: a, timeout: 5}'],
      [
        '- {matcher: a, hooks: [{type: command, command: ls}]}',
        '- {hooks: [{type: command, command: ls}], matcher: a}',
        '- {matcher: a, hooks: [{type: command, command: ls, timeout: 5}]}',
      ],
    ],
    [
      'in flow style over lines',
      ['- {', '    command: ls, # runs', '    timeout: 5', '  }'],
      ['- {', '    hooks: [{type: command, command: ls, # runs', '    timeout: 5}]', '  }'],
    ],
    ['in a flow list', ['[{command: ls}, {hooks: []}]'], ['[{hooks: [{type: command, command: ls}]}, {hooks: []}]']],
    [
      'where an anchor names it, at both places',
      ['- &it', '  command: ls', '- *it'],
      ['- &it', '  hooks:', '    - type: command', '      command: ls', '- *it'],
    ],
    [
      'that merges its command in',
      ['- <<: {command: ls}'],
      ['- hooks:', '    - type: command', '      <<: {command: ls}'],
    ],
    [
      'beside one that is nested',
      ['- hooks:', '  - type: command', '    command: ls', '- command: pwd'],
      ['- hooks:', '  - type: command', '    command: ls', '- hooks:', '    - type: command', '      command: pwd'],
    ],
  ])('%s', (_, before, after) => {
    expect(fixLines(inHooks(before))).toEqual(inHooks(after));
  });

  test('with CRLF, a BOM and tabs', () => {
    const before =
      '\uFEFF---\r\nname: a\r\ndescription: b\r\nhooks:\r\n\tStop:\r\n\t\t- command: ls\r\n\t\t  timeout: 5\r\n---\r\n';
    expect(fixAgent(before)).toBe(
      '\uFEFF---\r\nname: a\r\ndescription: b\r\nhooks:\r\n\tStop:\r\n\t\t- hooks:\r\n\t\t    - type: command\r\n\t\t      command: ls\r\n    \t\t  timeout: 5\r\n---\r\n',
    );
  });
});

describe('what is no flat hook stays', () => {
  test.each<[string, string[]]>([
    ['a group that is no mapping', ['- ls']],
    ['a group whose "hooks" is a mapping', ['- hooks:', '    type: command', '    command: ls']],
    ['a group with nothing of a hook in it', ['- timeout: 5']],
    ['an event that is a mapping', ['command: ls']],
    ['an entry with its keys in another form', ['- ? command', '  : ls']],
    ['one whose matcher never matches, so that another finding would come', ['- matcher: nobody', '  command: ls']],
  ])('%s', (_, lines) => {
    expect(fixLines(inHooks(lines))).toEqual(inHooks(lines));
  });
});

describe('a flat hook in JSON is nested', () => {
  test.each<[string, string, string]>([
    [
      'on one line',
      '{"hooks":{"Stop":[{"command":"ls"}]}}',
      '{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"ls"}]}]}}',
    ],
    [
      'with blanks',
      '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "command": "ls" }] } }',
      '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "ls" }] }] } }',
    ],
    [
      'over lines, with its indentation',
      '\uFEFF{\r\n\t"hooks": {\r\n\t\t"PreToolUse": [\r\n\t\t\t{\r\n\t\t\t\t"command": "ls",\r\n\t\t\t\t"matcher": "Bash",\r\n\t\t\t\t"timeout": 5\r\n\t\t\t}\r\n\t\t]\r\n\t}\r\n}',
      '\uFEFF{\r\n\t"hooks": {\r\n\t\t"PreToolUse": [\r\n\t\t\t{\r\n\t\t\t\t"matcher": "Bash",\r\n\t\t\t\t"hooks": [\r\n\t\t\t\t\t{\r\n\t\t\t\t\t\t"type": "command",\r\n\t\t\t\t\t\t"command": "ls",\r\n\t\t\t\t\t\t"timeout": 5\r\n\t\t\t\t\t}\r\n\t\t\t\t]\r\n\t\t\t}\r\n\t\t]\r\n\t}\r\n}',
    ],
    [
      'with a comment behind its last value',
      '{\n  "hooks": {\n    "Stop": [\n      {\n        "command": "ls" // runs\n      }\n    ]\n  }\n}\n',
      '{\n  "hooks": {\n    "Stop": [\n      {\n        "hooks": [\n          {\n            "type": "command",\n            "command": "ls" // runs\n          }\n        ]\n      }\n    ]\n  }\n}\n',
    ],
  ])('%s', (_, before, after) => {
    expect(fixSettings(before)).toBe(after);
  });
});
