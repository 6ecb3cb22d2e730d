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
  ])('%j', (text) => expectSilence(reader(text)));
});

describe('a tool that the frontmatter gives', () => {
  test.each<[string, string]>([
    ['tools: Read, Bash(git log *)', 'Use `Bash` for `git log`.'],
    ['tools: "*"', 'Use `Bash`, `Write` and the WebSearch tool.'],
    ['color: red', 'Use `Bash`, `Write` and the WebSearch tool.'],
    ['tools: Read, Bash', 'Use `Grep` and the Glob tool.'],
    ['tools: Read, Task', 'Use the `Agent` tool to start another.'],
    ['tools: Read, Agent(Explore)', 'Use the Task tool to start Explore.'],
    ['disallowedTools: Write', 'Use `Edit`, and `Bash`.'],
  ])('%s | %s', (field, text) => expectSilence(withBody(`# Reviewer\n\n${text}`, field)));
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
  ])('%j', (text) => expectSilence(reader(text)));
});

describe('a body of any shape', () => {
  test.each<[string, string]>([
    ['no body at all', ''],
    ['headings of every level', '# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g'],
    ['headings with nothing below', '## Output Format\n\n## Example\n\n## MCP Tools\n\n## Integration'],
    ['an Output Format with code of another kind', '## Output Format\n\n```yaml\na: 1\n```'],
    ['an Example without an Output Format', '## Example\n\n```json\n[1,\n```'],
    ['other JSON', '## Data\n\n```json\n{ "a": }\n```'],
    ['examples as XML', '<example>\nuser: "Write the tests"\nassistant: "I use the Task tool"\n</example>'],
    ['links to anything', '[a](nowhere.md) ![b](c.png) [d]: e.md\n\n<https://example.com>'],
    ['comments', '<!-- todo -->\n\n<!--\nbackend-system-architect\n-->'],
    ['Integration in prose', '## Integration\n\nWorks with whoever is there.'],
    ['budgets without maxTurns', '## Resource Scaling\n\n- Big: 30-50 tool calls'],
  ])('%s', (_, text) => expectSilence(withBody(text)));
});
