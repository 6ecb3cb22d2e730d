import { describe, test } from 'vitest';
import { withBody } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

describe('a tool that the frontmatter gives', () => {
  test.each<[string, string]>([
    ['tools: Read, Bash(git log *)', 'Use `Bash` for `git log`.'],
    ['tools: "*"', 'Use `Bash`, `Write` and the WebSearch tool.'],
    ['color: red', 'Use `Bash`, `Write` and the WebSearch tool.'],
    ['tools: Read, Bash', 'Use `Grep` and the Glob tool.'],
    ['tools: Read, Task', 'Use the `Agent` tool to start another.'],
    ['tools: Read, Agent(Explore)', 'Use the Task tool to start Explore.'],
    ['disallowedTools: Write', 'Use `Edit`, and `Bash`.'],
    ['tools: Bash', 'Use `Grep` and `Glob`.'],
    ['tools: Bash(git *), Read', 'Use `Bash(git log)`.'],
    ['tools: Agent(Explore), Read', 'Use the `Task` tool and the `Agent` tool.'],
    ['tools: Task', 'Use the Agent tool.'],
    ['tools: KillShell', 'Use `TaskStop`.'],
  ])('%s | %s', (field, text) => expectSilence(withBody(`# Reviewer\n\n${text}`, field)));
});

describe('a body of any shape', () => {
  test.each<[string, string]>([
    ['no body at all', ''],
    ['headings of every level', '# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g'],
    ['headings with nothing below', '## Output Format\n\n## Example\n\n## MCP Tools\n\n## Integration'],
    ['an Output Format with code of another kind', '## Output Format\n\n```yaml\na: 1\n```'],
    ['an Example without an Output Format', '## Example\n\n```json\n[1,\n```'],
    ['an Output Format that is a sketch', '## Output Format\n\n```json\n{ "a": ... }\n```'],
    [
      'an Example of something else',
      '## Output Format\n\n```json\n{ "a": 1 }\n```\n\n## Example\n\n```json\n{ "input": 1 }\n```',
    ],
    ['other JSON', '## Data\n\n```json\n{ "a": }\n```'],
    ['examples as XML', '<example>\nuser: "Write the tests"\nassistant: "I use the Task tool"\n</example>'],
    ['links to anything', '[a](nowhere.md) ![b](c.png) [d]: e.md\n\n<https://example.com>'],
    ['comments', '<!-- todo -->\n\n<!--\nbackend-system-architect\n-->'],
    ['Integration in prose', '## Integration\n\nWorks with whoever is there.'],
    ['budgets without maxTurns', '## Resource Scaling\n\n- Big: 30-50 tool calls'],
  ])('%s', (_, text) => expectSilence(withBody(text)));
});

describe('a body with sections and marks of its own', () => {
  test.each([
    '# Nur Deutsch\n\nLies die Änderung.',
    '# 日本語\n\n- 変更を読む。',
    '# עברית\n\nקרא',
    '# 🎉\n\n- 🎈',
    'No heading at all.',
    '# A\n\n## A\n\n## A',
    '## Integration\n\nIt goes into the API.',
    '## Output Format\n\nMarkdown, with a summary.',
    '## Example\n\n```\nx\n```',
    '## Output Format\n\n```json\n{ "a": ... }\n```\n',
    '## Standards\n\nPEP 8.',
    '## Boundaries\n\nStay kind.',
    '## Task Boundaries\n\nNone.',
    '## Resource Scaling\n\nUse pods.',
    '## Context Protocol\n\nSay what you do.',
    '## MCP Tools\n\nNone.',
    '## Auto Mode\n\nOff.',
    '---\n\nA rule above.\n\n---',
    '***',
    '<details>\n<summary>x</summary>\n</details>',
    '```\nunclosed',
    'a\tb',
    '\\# x',
    '@docs/x.md',
    '$ARGUMENTS',
  ])('%j', (text) => expectSilence(withBody(text, 'tools: Read')));
});
