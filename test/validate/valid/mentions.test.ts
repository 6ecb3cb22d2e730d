import { describe, test } from 'vitest';
import { withBody } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

/** An agent that may read and nothing else. */
const reader = (text: string) => withBody(`# Reviewer\n\n${text}`, 'tools: Read');

describe('a tool that is spoken of and not asked for', () => {
  test.each([
    'Never use `Bash`.',
    'Do not use Bash or `Write`.',
    "Don't call `WebFetch`; read the local copy.",
    'You cannot use `Edit`: describe the change.',
    'Read instead of using `Bash`.',
    '`WebFetch` is not available to you.',
    'The `Write` and `Edit` tools are not available.',
    'The Bash tool is forbidden here.',
    '`Bash` must never be used.',
    '| `Bash` | not allowed |',
    '`Bash`: not for this agent.',
    'The tester has `Bash`; you have not.',
    "**DON'T:**\n- Use `Bash`\n- Call `WebFetch`",
    '**Never:**\n1. Use `Bash`',
    '## What you must not do\n\n- Use `Bash`',
    '- An example:\n  ```text\n  Use `Bash` now.\n  ```',
    '<example>\nuser: "Test it."\nassistant: "I\'ll use the Task tool to start the tester."\n</example>',
    'Show an assistant who says: "Now I use the Bash tool".',
    'The main session may use the Task tool to start you.',
    'Do not use the Bash tool.',
    "Don't call `Write` or `Edit`.",
    'Work without the `WebSearch` tool.',
    'You must not use WebFetch.',
    'Avoid `Bash`.',
    'You have no access to the Bash tool.',
    'The Bash tool is not available to you.',
    'Bash is disabled here, so do not run it.',
    'The `Write` tool is forbidden.',
    'Refuse to use `Bash`.',
    'Leave `Bash` to the main session.',
    'The user runs `Bash`; you only read.',
    '## Tools you do not have\n\n- `Bash`\n- `Write`',
    "**Don't:**\n\n- Use `Bash`\n- Use `Write`",
    '## Never\n\nUse `Bash`.',
    '**Not yours:** use of `Bash`',
  ])('%j', (text) => expectSilence(reader(text)));
});

describe('a word that is no tool, though a tool has its name', () => {
  test.each([
    'Write a summary. Edit it twice.',
    'Each `Task` model has a `status`.',
    'Use the `Task` model from `app.models`.',
    'Use the `Agent` class of the framework.',
    'Call `Task.delay()` for slow work.',
    'Call `Monitor()` from `threading_tools`.',
    'Monitor the queue, and use Monitor objects where they fit.',
    'Use Workflow tools such as Airflow where jobs depend on one another.',
    'Use Read replicas for reports.',
    'Using Edit distance finds typos.',
    'Prefer Bash scripts over Makefiles in your advice.',
    'Use Bash strict mode (`set -euo pipefail`) in every script that you propose.',
    'Use Glob patterns such as `src/**`.',
    'The Bash manual, the PowerShell manual, an LSP server.',
    'Use BashFoo, or `WriteAhead` logging.',
    'Read tools/README.md first.',
    'Read the file. Write tests. Edit it. Task: judge.',
    'Keep the Edit distance below 3.',
    'Write a test, then Read its result.',
    'The `Task` model has an owner.',
    'Add a class `Task(Base)` to models.py.',
    'A `Skill` belongs to a `Workflow`; see `Agent`.',
    'The Bash script build.sh compiles it.',
    'Bash scripts start with a shebang.',
    'It is written in Bash and Python.',
    'Glob patterns match paths.',
    'Use Glob patterns in tsconfig.',
    'Use Bash syntax in the example.',
    'Use Monitor stands for screens.',
    'Run Monitor in Grafana.',
    'Use the Artifact registry.',
    'Use the Task queue (Celery).',
    'Use `Write`-ahead logs.',
    'Use Read replicas.',
    'Use Edit mode of the CMS.',
    'Call `Workflow.run()`.',
    'Use the Agent pattern.',
    'Use a Skill matrix.',
    'Invoke `Task.run()` in C#.',
    'Use `Task<T>` for asynchronous code.',
    'Use Task.Run sparingly.',
    'Use `Read` and `Write` traits of std::io.',
    'Use LSP (Liskov substitution).',
    'Use Monitor.Enter for locks.',
    'Use PowerShell on Windows.',
    'Use `bash` to run it.',
    'USE BASH',
  ])('%j', (text) => expectSilence(reader(text)));
});

describe('a body in another language', () => {
  test.each([
    'Lies die Datei. Verwende niemals `Bash`.',
    'Benutze `Bash` nicht.',
    "N'utilise jamais `Bash`.",
    'No uses `Bash`.',
    'ファイルを読んでください。`Bash`は使わないでください。',
    '请阅读代码，不要使用 `Bash`。',
    'Не используй `Bash`.',
    'Benutze nie das Werkzeug `Bash`. Schreibe Tests.',
    'Ne pas utiliser Bash.',
    'ツール `Bash` を使わないでください。',
  ])('%j', (text) => expectSilence(reader(text)));
});

describe('a tool that stands in something else than the text', () => {
  test.each([
    '| Tool | Program |\n|---|---|\n| Read | Cursor |\n| Bash | Aider |',
    '```sh\nUse the Bash tool\n```',
    '    Use the `Bash` tool',
    '[Bash](https://www.gnu.org/software/bash/)',
    '<!-- Use the `Bash` tool -->',
    'https://a.b/Use/Bash',
  ])('%j', (text) => expectSilence(reader(text)));
});
