import type { CaseFile, Details } from '../case.js';
import { entry, hooked, markingScript } from './hook-case.js';

const T = 'hook-scripts';

/** A Stop hook with this command; `@` stands for the script's path below the project. */
function started(name: string, command: string, script?: CaseFile, details: Details = {}) {
  const path = `.claude/hooks/${name}.sh`;
  const text = command.replaceAll('@', path);
  return hooked(T, name, entry('Stop', 'type: command', `command: ${JSON.stringify(text)}`), {
    subject: `command: ${text}`,
    ...details,
    files: { ...(script !== undefined && { [path]: script }), ...details.files },
  });
}

const runnable = (name: string, opening?: string): CaseFile => ({ script: markingScript(`${T}-${name}`, opening) });
const plain = (name: string) => markingScript(`${T}-${name}`);

const SPACE = 'The path of the project has a space here; elsewhere the hook runs.';

export const hookScriptCases = [
  started('quoted-variable', '"$CLAUDE_PROJECT_DIR"/@', runnable('quoted-variable')),
  started('quoted-whole', '"$CLAUDE_PROJECT_DIR/@"', runnable('quoted-whole')),
  started('braced-variable', `"\${CLAUDE_PROJECT_DIR}"/@`, runnable('braced-variable')),
  started('braced-unquoted', `\${CLAUDE_PROJECT_DIR}/@`, runnable('braced-unquoted'), { judgement: SPACE }),
  started('unquoted-with-space', '$CLAUDE_PROJECT_DIR/@', runnable('unquoted-with-space'), { judgement: SPACE }),
  started('unquoted-without-space', '$CLAUDE_PROJECT_DIR/@', runnable('unquoted-without-space'), { folder: 'project' }),
  started('single-quoted-variable', "'$CLAUDE_PROJECT_DIR'/@", runnable('single-quoted-variable')),
  started('relative', '@', runnable('relative')),
  started('dot-relative', './@', runnable('dot-relative')),
  started('backslashes', '.claude\\hooks\\backslashes.sh', runnable('backslashes')),
  started('missing', '"$CLAUDE_PROJECT_DIR"/@'),
  started('missing-relative', './@'),
  started('missing-through-interpreter', 'sh "$CLAUDE_PROJECT_DIR"/@'),
  started('not-executable', '"$CLAUDE_PROJECT_DIR"/@', plain('not-executable')),
  started('not-executable-relative', './@', plain('not-executable-relative')),
  started('not-executable-through-sh', 'sh "$CLAUDE_PROJECT_DIR"/@', plain('not-executable-through-sh')),
  started('not-executable-through-dot', '. ./@', plain('not-executable-through-dot')),
  started('crlf-opening', './@', runnable('crlf-opening', '#!/bin/sh\r\n')),
  started('crlf-through-sh', 'sh ./@', runnable('crlf-through-sh', '#!/bin/sh\r\n')),
  started('without-opening', './@', runnable('without-opening', '')),
  started('unknown-interpreter', './@', runnable('unknown-interpreter', '#!/usr/bin/no-such-shell\n'), {
    judgement: 'What is installed is not in the files.',
  }),
  started('empty-script', './@', { script: '' }, { judgement: 'The script runs and does nothing.' }),
  started('folder', './.claude/hooks', undefined, { files: { '.claude/hooks/keep.txt': '' } }),
  started('in-pipe', 'echo x | ./@', runnable('in-pipe')),
  started('after-and', 'true && ./@', runnable('after-and')),
  started('after-cd', 'cd "$CLAUDE_PROJECT_DIR" && ./@', runnable('after-cd')),
  started('after-assignment', 'LEVEL=1 ./@', runnable('after-assignment')),
  started('with-arguments', './@ --fast', runnable('with-arguments')),
  started('missing-with-fallback', `./@ || touch .marks/${T}-missing-with-fallback`, undefined, {
    judgement: 'The command copes with the missing script.',
  }),
  started('unknown-command', 'no-such-command-anywhere', undefined, {
    judgement: 'What the PATH holds is not in the files.',
  }),
  started('unset-variable', '"$NO_SUCH_VARIABLE"/@', runnable('unset-variable'), {
    judgement: "The user's environment may set it.",
  }),
  started('outside-repository', '../outside.sh', undefined, { judgement: 'It lies outside the repository.' }),
  started('home', '~/no-such-hook.sh', undefined, { judgement: "The user's home is not in the repository." }),
  started('syntax-error', 'if then', undefined, { judgement: 'Only a shell can tell.' }),
  started('node-script-missing', 'node .claude/hooks/no-such.mjs'),
  hooked(
    T,
    'args-with-variable',
    entry('Stop', 'type: command', `command: '\${CLAUDE_PROJECT_DIR}/.claude/hooks/args-with-variable.sh'`, 'args: []'),
    {
      files: { '.claude/hooks/args-with-variable.sh': runnable('args-with-variable') },
    },
  ),
  hooked(
    T,
    'args-plain-variable',
    entry('Stop', 'type: command', 'command: $CLAUDE_PROJECT_DIR/.claude/hooks/args-plain-variable.sh', 'args: []'),
    {
      files: { '.claude/hooks/args-plain-variable.sh': runnable('args-plain-variable') },
    },
  ),
];
