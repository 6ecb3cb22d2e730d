import { describe, expect, test } from 'vitest';
import { fixLines, fixSettings } from './fix-memory.js';

const X = '.claude/hooks/x.sh';
const FILES = { [X]: { script: '#!/bin/sh\n' } };
const inHook = (lines: readonly string[]) => [
  'hooks:',
  '  Stop:',
  '    - hooks:',
  '      - type: command',
  ...lines.map((line) => line && `        ${line}`),
];

describe('a path of a command gets quotes that the shell sees', () => {
  test.each<[string, string[], string[]]>([
    ['plain', [`command: $CLAUDE_PROJECT_DIR/${X}`], [`command: '"$CLAUDE_PROJECT_DIR"/${X}'`]],
    [
      'plain, with an apostrophe and a comment',
      [`command: $CLAUDE_PROJECT_DIR/${X} it's 'all' # runs`],
      [`command: '"$CLAUDE_PROJECT_DIR"/${X} it''s ''all''' # runs`],
    ],
    ['plain, in the middle', [`command: sh $CLAUDE_PROJECT_DIR/${X}`], [`command: sh "$CLAUDE_PROJECT_DIR"/${X}`]],
    [
      'plain, over lines',
      ['command: $CLAUDE_PROJECT_DIR/.claude/hooks/x.sh', '  a', '  b'],
      ['command: \'"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh', '  a', "  b'"],
    ],
    ['braces', [`command: \${CLAUDE_PROJECT_DIR}/${X}`], [`command: '"\${CLAUDE_PROJECT_DIR}"/${X}'`]],
    [
      'single quotes of YAML',
      [`command: '$CLAUDE_PROJECT_DIR/${X} it''s'`],
      [`command: '"$CLAUDE_PROJECT_DIR"/${X} it''s'`],
    ],
    [
      'double quotes of YAML',
      [`command: "$CLAUDE_PROJECT_DIR/${X} \\t\\u00e9"`],
      [`command: "\\"$CLAUDE_PROJECT_DIR\\"/${X} \\t\\u00e9"`],
    ],
    [
      'a literal block',
      ['command: |', `  $CLAUDE_PROJECT_DIR/${X} &&`, '', '    $CLAUDE_PROJECT_DIR/b'],
      ['command: |', `  "$CLAUDE_PROJECT_DIR"/${X} &&`, '', '    "$CLAUDE_PROJECT_DIR"/b'],
    ],
    [
      'a folded block',
      ['command: >-', `  $CLAUDE_PROJECT_DIR/${X}`, '  a'],
      ['command: >-', `  "$CLAUDE_PROJECT_DIR"/${X}`, '  a'],
    ],
    [
      'only where there are none, behind operators too',
      [`command: '"$CLAUDE_PROJECT_DIR"/${X} && $CLAUDE_PROJECT_DIR/b; X=$CLAUDE_PROJECT_DIR \\$CLAUDE_PROJECT_DIR'`],
      [
        `command: '"$CLAUDE_PROJECT_DIR"/${X} && "$CLAUDE_PROJECT_DIR"/b; X="$CLAUDE_PROJECT_DIR" \\$CLAUDE_PROJECT_DIR'`,
      ],
    ],
    [
      'beside words in other quotes',
      [`command: sh -c 'echo $CLAUDE_PROJECT_DIR' "a $CLAUDE_PROJECT_DIR" $CLAUDE_PROJECT_DIR".x"`],
      [`command: sh -c 'echo $CLAUDE_PROJECT_DIR' "a $CLAUDE_PROJECT_DIR" "$CLAUDE_PROJECT_DIR"".x"`],
    ],
  ])('%s', (_, before, after) => {
    expect(fixLines(inHook(before), FILES)).toEqual(inHook(after));
  });

  test('in JSON, whose escapes stay as they are', () => {
    const settings = (command: string) => `{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"${command}"}]}]}}`;
    expect(fixSettings(settings('echo \\u0041\\/ && $CLAUDE_PROJECT_DIR\\/x'))).toBe(
      settings('echo \\u0041\\/ && \\"$CLAUDE_PROJECT_DIR\\"\\/x'),
    );
  });

  test('of a flat hook, which is nested too', () => {
    expect(fixLines(['hooks:', '  Stop:', `    - command: $CLAUDE_PROJECT_DIR/${X}`], FILES)).toEqual([
      'hooks:',
      '  Stop:',
      '    - hooks:',
      '        - type: command',
      `          command: '"$CLAUDE_PROJECT_DIR"/${X}'`,
    ]);
  });
});

describe('left alone is', () => {
  test.each([
    ['a here-document', ['command: |', '  cat <<E', '  $CLAUDE_PROJECT_DIR', '  E']],
    ['a variable that is written with an escape', ['command: "a \\x24CLAUDE_PROJECT_DIR/b"']],
    ['a command of PowerShell', ['shell: powershell', 'command: ls $CLAUDE_PROJECT_DIR']],
  ])('%s', (_, lines) => {
    expect(fixLines(inHook(lines))).toEqual(inHook(lines));
  });
});
