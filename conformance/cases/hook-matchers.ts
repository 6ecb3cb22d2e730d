import type { Details } from '../case.js';
import { hooked } from './hook-case.js';

const T = 'hook-matchers';

/** A group with this matcher, whose hook is to run before the agent reads a file. */
const matching = (name: string, matcher: string, details: Details = {}) =>
  hooked(
    T,
    name,
    ['PreToolUse:', `  - matcher: ${matcher}`, '    hooks:', '      - type: command', '        command: %'],
    {
      conduct: 'reads',
      subject: `matcher: ${matcher}`,
      ...details,
    },
  );

const OTHER = 'The matcher is sound: it names another tool than the one that was called.';

export const hookMatcherCases = [
  matching('name', 'Read'),
  matching('quoted', '"Read"'),
  matching('star', '"*"'),
  matching('regular-expression', 'R.*d'),
  matching('anything', "'.*'"),
  matching('anchored', "'^Read$'"),
  matching('alternatives', "'Read|Write'"),
  matching('alternatives-with-blanks', "'Read | Write'"),
  matching('comma', "'Write,Read'"),
  matching('comma-and-blank', "'Write, Read'"),
  matching('empty', "''"),
  matching('other-tool', 'Write', { judgement: OTHER }),
  matching('part-of-name', 'Rea', { judgement: OTHER }),
  matching('lower-case', 'read'),
  matching('unknown-tool', 'Raed'),
  matching('removed-tool', 'MultiEdit'),
  matching('rule', "'Read(README.md)'"),
  matching('unclosed-group', "'Read('"),
  matching('unclosed-class', "'[Read'"),
  matching('nothing-to-repeat', "'+Read'"),
  matching('number', '7'),
  matching('boolean', 'true'),
  matching('list', '[Read]'),
  matching('mapping', '{ tool: Read }'),
  matching('null', ''),
  hooked(T, 'number-on-stop', ['Stop:', '  - matcher: 7', '    hooks:', '      - type: command', '        command: %']),
  hooked(T, 'list-on-stop', [
    'Stop:',
    '  - matcher: [Read]',
    '    hooks:',
    '      - type: command',
    '        command: %',
  ]),
  hooked(T, 'tool-on-stop', [
    'Stop:',
    '  - matcher: Read',
    '    hooks:',
    '      - type: command',
    '        command: %',
  ]),
  hooked(T, 'own-name-on-stop', [
    'Stop:',
    `  - matcher: ${T}-own-name-on-stop`,
    '    hooks:',
    '      - type: command',
    '        command: %',
  ]),
];
