import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const HOOKS = {
  PreToolUse: [
    { matcher: 'Write|Edit', hooks: [{ type: 'command', command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/a.sh' }] },
    { matcher: '^mcp__.*$', hooks: [{ type: 'prompt', prompt: 'Is this safe?', timeout: 10 }] },
  ],
  SubagentStop: [{ matcher: 'reviewer', hooks: [{ type: 'command', command: 'node ./x.mjs || true', args: ['a'] }] }],
};

const SMALL_AGENT = `---
name: reviewer
description: Reads what changed.
tools: Read, Grep, Bash(git log *), mcp__context7__*
skills: [lint, "other"]
mcpServers:
  - context7
  - own: { command: npx, args: ["-y", "x"] }
hooks:
  PreToolUse:
    - matcher: Write|Edit
      hooks:
        - type: command
          command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/a.sh'
---

# Reviewer

Use the \`Write\` tool and Task. Never use \`Bash\`.

## Task Boundaries

**DON'T:**
- Change the frontend (that's frontend-ui-developer)

## Resource Scaling
- Review: 1-2 tool calls (read + judge)

## Integration
- **Receives from:** product-manager (specs)
- Hands off to: tester (for tests: \`a\`, \`b\`), writer
- Skill references: lint

<!-- backend-system-architect: disable agent-body-tool -- on purpose -->

| a | b |
|---|---|
| 1 | 2 |

\`\`\`json
{ "a": [1, null] }
\`\`\`
`;

const SKILL = `---
name: lint
description: When a file has to be linted.
---
# Lint

See [the list](references/list.md#top "List"), \`scripts/run.sh\` and ![picture](./a%20b.png?x=1).

[ref]: ./other.md
`;

/** The path of a file of every kind, and a text of it that is mostly valid. */
export const SEEDS: readonly (readonly [file: string, text: string])[] = [
  ['.claude/agents/a.md', readFileSync(path.join(root, 'agents/backend-system-architect.md'), 'utf8')],
  ['.claude/agents/b.md', SMALL_AGENT],
  // Beside the manifest below it is the agent of a plugin.
  ['agents/c.md', SMALL_AGENT],
  ['.claude/skills/lint/SKILL.md', SKILL],
  [
    '.claude/settings.json',
    json({ hooks: HOOKS, permissions: { allow: ['Bash(git *)'], deny: ['Read(./.env)'] }, env: { A: '1' } }),
  ],
  [
    '.mcp.json',
    json({
      mcpServers: {
        a: { command: 'npx', args: ['x'], env: { K: `\${K:-x}` } },
        b: { type: 'http', url: 'https://a.b' },
      },
    }),
  ],
  [
    '.claude-plugin/plugin.json',
    json({ name: 'p', version: '1.0.0', author: { name: 'x' }, agents: ['./agents/a.md'] }),
  ],
  [
    '.claude-plugin/marketplace.json',
    json({ name: 'm', owner: { name: 'x' }, plugins: [{ name: 'p', source: './p' }] }),
  ],
  ['hooks/hooks.json', json({ description: 'x', hooks: HOOKS })],
];
