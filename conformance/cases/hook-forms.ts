import { type Details, field } from '../case.js';
import { entry, hooked, mark } from './hook-case.js';

const T = 'hook-forms';

/** Each form stands below Stop, which guards nothing, and below PreToolUse, which the client takes for a guard. */
function forms(name: string, lines: (event: string) => string[], details: Details = {}) {
  return [
    hooked(T, `${name}-stop`, lines('Stop'), details),
    hooked(T, `${name}-guard`, lines('PreToolUse'), { conduct: 'reads', ...details }),
  ];
}

/** There is no hook to run. */
const NOTHING: Details = { observe: undefined };

const noHooks = (name: string, yaml: string, details: Details = {}) =>
  field(T, name, yaml, { kind: 'hook ran' }, details);

export const hookFormCases = [
  ...forms('nested', (event) => entry(event, 'type: command', 'command: %')),
  ...forms('flow', (event) => [`${event}: [{ hooks: [{ type: command, command: '%' }] }]`]),
  ...forms('flat', (event) => [`${event}:`, '  - type: command', '    command: %']),
  ...forms('flat-without-type', (event) => [`${event}:`, '  - command: %']),
  ...forms('command-text', (event) => [`${event}: '%'`]),
  ...forms('command-text-in-list', (event) => [`${event}: ['%']`]),
  ...forms('group-not-in-list', (event) => [`${event}:`, '  hooks:', '    - type: command', '      command: %']),
  ...forms('hooks-not-a-list', (event) => [`${event}:`, '  - hooks:', '      type: command', '      command: %']),
  ...forms('hooks-null', (event) => [`${event}:`, '  - hooks:']),
  ...forms('hooks-empty', (event) => [`${event}:`, '  - hooks: []'], NOTHING),
  ...forms('hooks-of-text', (event) => [`${event}:`, "  - hooks: ['%']"]),
  ...forms('event-null', (event) => [`${event}:`]),
  ...forms('event-empty-list', (event) => [`${event}: []`], NOTHING),
  ...forms('event-number', (event) => [`${event}: 7`]),
  ...forms('unknown-key-in-group', (event) => [
    `${event}:`,
    '  - extra: 1',
    '    hooks:',
    '      - type: command',
    '        command: %',
  ]),
  ...forms('flat-beside-nested', (event) => [...entry(event, 'type: command', "command: 'true'"), '  - command: %']),
  noHooks('list', `hooks:\n  - type: command\n    command: ${mark(`${T}-list`)}`),
  noHooks(
    'list-of-groups',
    `hooks:\n  - hooks:\n      - type: command\n        command: ${mark(`${T}-list-of-groups`)}`,
  ),
  noHooks('single-group', `hooks:\n  hooks:\n    - type: command\n      command: ${mark(`${T}-single-group`)}`),
  noHooks('text', `hooks: ${mark(`${T}-text`)}`),
  noHooks('number', 'hooks: 7'),
  noHooks('boolean', 'hooks: true'),
  field(T, 'null', 'hooks:'),
  field(T, 'empty-mapping', 'hooks: {}'),
  noHooks(
    'top-level-guard',
    `PreToolUse:\n  - hooks:\n      - type: command\n        command: ${mark(`${T}-top-level-guard`)}`,
    { conduct: 'reads' },
  ),
  noHooks(
    'top-level-stop',
    `Stop:\n  - hooks:\n      - type: command\n        command: ${mark(`${T}-top-level-stop`)}`,
  ),
];
