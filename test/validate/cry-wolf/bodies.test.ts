import { describe, test } from 'vitest';
import { AGENT, agentOf, expectQuiet } from './quiet.js';

describe('a body that does not tell its agent to use a tool says nothing', () => {
  test.each([
    ...[
      'Read the file. Write tests. Edit it. Task: judge.',
      'Keep the Edit distance below 3.',
      'Write a test, then Read its result.',
    ],
    ...[
      'The `Task` model has an owner.',
      'Add a class `Task(Base)` to models.py.',
      'A `Skill` belongs to a `Workflow`; see `Agent`.',
    ],
    ...[
      'Never use `Bash`.',
      'Do not use the Bash tool.',
      "Don't call `Write` or `Edit`.",
      'Work without the `WebSearch` tool.',
      'You must not use WebFetch.',
    ],
    ...[
      'Avoid `Bash`.',
      'You have no access to the Bash tool.',
      'The Bash tool is not available to you.',
      'Bash is disabled here, so do not run it.',
    ],
    ...[
      '`Bash` must never be used.',
      'The `Write` tool is forbidden.',
      'Refuse to use `Bash`.',
      'Leave `Bash` to the main session.',
    ],
    ...[
      'The Bash script build.sh compiles it.',
      'Bash scripts start with a shebang.',
      'It is written in Bash and Python.',
      'Glob patterns match paths.',
    ],
    ...[
      'Use Glob patterns in tsconfig.',
      'Use Bash syntax in the example.',
      'Use Monitor stands for screens.',
      'Run Monitor in Grafana.',
    ],
    ...[
      '| Tool | Program |\n|---|---|\n| Read | Cursor |\n| Bash | Aider |',
      '```sh\nUse the Bash tool\n```',
      '    Use the `Bash` tool',
    ],
    ...['The user runs `Bash`; you only read.', 'Use the Artifact registry.', 'Use the Task queue (Celery).'],
    ...[
      'Use `Write`-ahead logs.',
      'Use Read replicas.',
      'Use Edit mode of the CMS.',
      'Call `Workflow.run()`.',
      'Use the Agent pattern.',
      'Use a Skill matrix.',
    ],
    ...['Invoke `Task.run()` in C#.', 'Use `Task<T>` for asynchronous code.', 'Use Task.Run sparingly.'],
    ...[
      'Use `Read` and `Write` traits of std::io.',
      'Use LSP (Liskov substitution).',
      'Use Monitor.Enter for locks.',
      'Use PowerShell on Windows.',
    ],
    ...[
      '## Tools you do not have\n\n- `Bash`\n- `Write`',
      "**Don't:**\n\n- Use `Bash`\n- Use `Write`",
      '## Never\n\nUse `Bash`.',
      '**Not yours:** use of `Bash`',
    ],
    ...[
      'Benutze nie das Werkzeug `Bash`. Schreibe Tests.',
      "N'utilise jamais `Bash`.",
      'Ne pas utiliser Bash.',
      'No uses `Bash`.',
      'ツール `Bash` を使わないでください。',
      'Не используй `Bash`.',
    ],
    ...[
      '[Bash](https://www.gnu.org/software/bash/)',
      '<!-- Use the `Bash` tool -->',
      'Use `bash` to run it.',
      'USE BASH',
      'https://a.b/Use/Bash',
    ],
  ])('%s', (body) => {
    expectQuiet({ [AGENT]: agentOf('tools: Read', `# Reviewer\n\n${body}`) });
  });
});

describe('a body that names tools that its agent has says nothing', () => {
  test.each<[string, string]>([
    ['', 'Use the `Bash` tool, then `Write` and the Task tool; call `WebSearch`.'],
    ['tools: "*"', 'Use the `Bash` tool.'],
    ['tools: Bash', 'Use `Grep` and `Glob`.'],
    ['tools: Bash(git *), Read', 'Use `Bash(git log)`.'],
    ['tools: Agent(Explore), Read', 'Use the `Task` tool and the `Agent` tool.'],
    ['tools: Task', 'Use the Agent tool.'],
    ['disallowedTools: Write', 'Use `Bash`.'],
    ['tools: KillShell', 'Use `TaskStop`.'],
  ])('%s: %s', (frontmatter, body) => {
    expectQuiet({ [AGENT]: agentOf(frontmatter, `# Reviewer\n\n${body}`) });
  });
});

describe('a body of any shape says nothing', () => {
  test.each([
    ...[
      '',
      '# Nur Deutsch\n\nLies die Änderung.',
      '# 日本語\n\n- 変更を読む。',
      '# עברית\n\nקרא',
      '# 🎉\n\n- 🎈',
      'No heading at all.',
    ],
    ...[
      '# A\n\n## A\n\n## A',
      '## Integration\n\nIt goes into the API.',
      '## Output Format\n\nMarkdown, with a summary.',
      '## Example\n\n```\nx\n```',
    ],
    ...[
      '## Output Format\n\n```json\n{ "a": ... }\n```\n',
      '## Standards\n\nPEP 8.',
      '## Boundaries\n\nStay kind.',
      '## Task Boundaries\n\nNone.',
    ],
    ...[
      '## Resource Scaling\n\nUse pods.',
      '## Context Protocol\n\nSay what you do.',
      '## MCP Tools\n\nNone.',
      '## Auto Mode\n\nOff.',
    ],
    ...[
      '---\n\nA rule above.\n\n---',
      '***',
      '<details>\n<summary>x</summary>\n</details>',
      '```\nunclosed',
      'a\tb',
      '\\# x',
      '@docs/x.md',
      '$ARGUMENTS',
    ],
  ])('%s', (body) => {
    expectQuiet({ [AGENT]: agentOf('tools: Read', body) });
  });
});
