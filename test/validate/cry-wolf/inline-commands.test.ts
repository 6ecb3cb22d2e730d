import { describe, test } from 'vitest';
import { expectQuiet, SETTINGS } from './quiet.js';

const SH = { script: '#!/bin/sh\nexit 0\n' };
const FILES = {
  '.claude/hooks/x.sh': SH,
  '.claude/hooks/x.py': { script: '#!/usr/bin/env python3\nprint()\n' },
  '.claude/hooks/plain.mjs': 'console.log(1)\n',
  '.claude/hooks/tool': { script: '\x7fELF\0\0\0 binary' },
  'scripts/check.ts': 'console.log(1)\n',
};

const settingsOf = (hooks: unknown) => JSON.stringify({ hooks }, null, 2);
const start = (command: string) => ({ type: 'command', command });
const expectHooksQuiet = (hooks: unknown) => expectQuiet({ [SETTINGS]: settingsOf(hooks), ...FILES });

describe('a command that works says nothing', () => {
  test.each([
    ...[
      'jq -r .x',
      'jq -r ".tool_input.file_path // empty" | xargs -r npx prettier --write',
      'npx prettier --write "$FILE"',
    ],
    ...[
      "bash -c 'npm test && echo done'",
      "sh -c 'exit 0'",
      'python3 -m pytest -q',
      'python3 -c "print(1)"',
      "node -e 'x()'",
    ],
    ...[
      'test -f a && b',
      '[ -x ./x ] && ./x || true',
      '[[ -f x ]] && y',
      'if [ -f ./x.sh ]; then ./x.sh; fi',
      'true',
      ':',
    ],
    ...[
      './no-such.sh || true',
      'cd "$CLAUDE_PROJECT_DIR" && npm test',
      'make -C "$CLAUDE_PROJECT_DIR" lint',
      'npm run -s lint',
    ],
    ...[
      'FOO=bar npm test',
      'env FOO=bar npm test',
      'env -i PATH="$PATH" npm test',
      'echo "it is $(date)"',
      'exit 0',
      '! grep -q x y',
    ],
    ...[
      '"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh',
      '"$CLAUDE_PROJECT_DIR/.claude/hooks/x.sh"',
      `"\${CLAUDE_PROJECT_DIR}/.claude/hooks/x.sh" --fix`,
    ],
    ...[
      '"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.py',
      '"$CLAUDE_PROJECT_DIR"/.claude/hooks/tool',
      './.claude/hooks/x.sh',
      '.claude/hooks/x.sh',
    ],
    ...[
      'bash "$CLAUDE_PROJECT_DIR/.claude/hooks/x.sh"',
      'bash -eu "$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh',
      '/bin/bash .claude/hooks/x.sh',
    ],
    ...[
      'bash -o pipefail .claude/hooks/x.sh',
      'node --experimental-strip-types "$CLAUDE_PROJECT_DIR"/scripts/check.ts',
      'node "$CLAUDE_PROJECT_DIR"/.claude/hooks/plain.mjs',
    ],
    ...[
      'node --import tsx ./scripts/check.ts',
      'node -r dotenv/config ./scripts/check.ts',
      'deno run -A ./scripts/check.ts',
      'deno run --allow-read=. scripts/check.ts',
    ],
    ...[
      'bun run ./scripts/check.ts',
      'bun ./scripts/check.ts',
      'bun test',
      'npx tsx ./scripts/check.ts',
      'uv run --script .claude/hooks/x.py',
      'uvx ruff check',
    ],
    ...[
      'python3 -u "$CLAUDE_PROJECT_DIR"/.claude/hooks/x.py',
      'python -W ignore .claude/hooks/x.py',
      'python3 -X utf8 .claude/hooks/x.py',
      '/usr/bin/env python3 .claude/hooks/x.py',
    ],
    ...[
      'ruby -e "puts 1"',
      'perl -ne "print"',
      'powershell -File x.ps1',
      'osascript -e "beep"',
      'terminal-notifier -message "x y"',
      "say 'done'",
    ],
    ...[
      'timeout 10 ./.claude/hooks/x.sh',
      'nice -n 10 npm test',
      'exec .claude/hooks/x.sh',
      'node --test',
      'node --version',
      'bash --version',
    ],
    ...[
      "jq -r '.tool_input.command' >> ~/.claude/log.txt",
      'cat > /tmp/x',
      '(cd api && make)',
      '{ npm test; } 2>&1',
      "grep -q '$CLAUDE_X' a",
    ],
    ...[
      "bash <<'EOF'\necho x\nEOF",
      'npm test &',
      '# nothing\nexit 0',
      'npm test # as ever',
      'a; b',
      'a || b',
      'echo \\"x\\"',
    ],
  ])('%s', (command) => {
    expectHooksQuiet({ PostToolUse: [{ matcher: 'Write|Edit', hooks: [start(command)] }] });
  });
});
