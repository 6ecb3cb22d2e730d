import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes `count` valid agents of about 4 kB each, one in a hundred with three defects, into a `.claude` below `root`: a
 * hundred in a folder, or all in one.
 */
export function writeAgents(root, count, { isFlat = false } = {}) {
  const folder = path.join(root, '.claude/agents');
  for (let index = 0; index < count; index += 1) {
    const below = isFlat ? folder : path.join(folder, `team-${Math.floor(index / 100)}`);
    if (index % 100 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, `agent-${index}.md`), agentText(index, index % 100 === 99));
  }
  return root;
}

function agentText(index, isDefective) {
  const tools = ['Read', 'Grep', 'Glob', 'Edit', 'Write', 'Bash', ...(isDefective ? ['MultiEdit', 'Grpe'] : [])];
  return `---
name: agent-${index}
description: Use this agent when part ${index} of the service changes, its tests or its documentation included.
model: sonnet
color: ${isDefective ? 'chartreuse' : 'cyan'}
tools:
${tools.map((tool) => `  - ${tool}`).join('\n')}
hooks:
  Stop:
    - hooks:
        - type: command
          command: 'true'
          timeout: 10
---

## Directive

You look after part ${index}. Read what changed, run its tests, and report what you saw.

## Task Boundaries

${bullets('DO', 12)}

${bullets("DON'T", 6)}

## Notes

${Array.from({ length: 16 }, (_, line) => `Paragraph ${line} of part ${index} says in about a hundred and twenty characters what is to be kept in mind when the part changes.`).join('\n\n')}
`;
}

function bullets(label, count) {
  const items = Array.from(
    { length: count },
    (_, item) => `- Keep promise number ${item} of this part, and say where it is tested`,
  );
  return `**${label}:**\n\n${items.join('\n')}`;
}
