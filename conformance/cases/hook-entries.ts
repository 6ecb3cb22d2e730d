import { entry, hooked } from './hook-case.js';

const T = 'hook-entries';

/** One entry with these keys, below Stop and below PreToolUse. */
function keys(name: string, ...lines: string[]) {
  return [hooked(T, `${name}-stop`, entry('Stop', ...lines)), guard(name, ...lines)];
}

const guard = (name: string, ...lines: string[]) =>
  hooked(T, `${name}-guard`, entry('PreToolUse', ...lines), {
    conduct: 'reads',
    ...(name === 'if-other' && { judgement: 'The rule is sound: it names another file than the one that was read.' }),
  });

const good = ['type: command', 'command: %'];
const SLOW = ['type: command', "command: 'sleep 2; %'"];

export const hookEntryCases = [
  ...keys('type-missing', 'command: %'),
  ...keys('type-null', 'type:', 'command: %'),
  ...keys('type-unknown', 'type: foo', 'command: %'),
  ...keys('type-upper-case', 'type: Command', 'command: %'),
  ...keys('type-number', 'type: 7', 'command: %'),
  ...keys('command-missing', 'type: command'),
  ...keys('command-null', 'type: command', 'command:'),
  ...keys('command-number', 'type: command', 'command: 7'),
  ...keys('command-list', 'type: command', "command: ['%']"),
  ...keys('command-empty', 'type: command', "command: ''"),
  ...keys('timeout', ...good, 'timeout: 5'),
  ...keys('timeout-fraction', ...good, 'timeout: 2.5'),
  ...keys('timeout-zero', ...good, 'timeout: 0'),
  ...keys('timeout-negative', ...good, 'timeout: -1'),
  ...keys('timeout-text', ...good, 'timeout: soon'),
  ...keys('timeout-quoted', ...good, "timeout: '5'"),
  ...keys('timeout-null', ...good, 'timeout:'),
  hooked(T, 'timeout-too-short', entry('Stop', ...SLOW, 'timeout: 1'), {
    judgement: 'How long a command takes no file can say.',
  }),
  ...keys('once', ...good, 'once: true'),
  ...keys('once-text', ...good, "once: 'true'"),
  ...keys('async', ...good, 'async: true'),
  ...keys('async-text', ...good, "async: 'true'"),
  ...keys('shell-bash', ...good, 'shell: bash'),
  ...keys('shell-unknown', ...good, 'shell: fish'),
  ...keys('status-message', ...good, 'statusMessage: Marking'),
  ...keys('on-failure', ...good, 'onFailure: block'),
  ...keys('on-failure-unknown', ...good, 'onFailure: ask'),
  ...keys('unknown-key', ...good, 'extra: 1'),
  guard('if-matches', ...good, "if: 'Read(README.md)'"),
  guard('if-tool', ...good, 'if: Read'),
  guard('if-other', ...good, "if: 'Read(src/**)'"),
  guard('if-unclosed', ...good, "if: 'Read('"),
  guard('if-number', ...good, 'if: 7'),
  guard('if-empty', ...good, "if: ''"),
  hooked(
    T,
    'args-without-shell',
    entry('Stop', 'type: command', 'command: touch', `args: ['.marks/${T}-args-without-shell']`),
  ),
  hooked(T, 'args-text', entry('Stop', 'type: command', 'command: touch', `args: .marks/${T}-args-text`)),
  hooked(T, 'args-empty', entry('Stop', 'type: command', 'command: %', 'args: []')),
  hooked(T, 'entry-null', ['Stop:', '  - hooks:', '      -', '      - type: command', '        command: %'], {
    subject: 'an empty entry before a good one',
    observe: { kind: 'hook accepted' },
  }),
];
