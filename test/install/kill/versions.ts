/** Line by line, so that a test can say which version and which user changed which. */
const agent = (first: string, last: string) =>
  `---\nname: backend-system-architect\ndescription: Use this agent for the backend.\n---\n\n## Directive\n\n${first}\n\nOne.\nTwo.\nThree.\n\n${last}\n`;
const skill = (name: string, text: string) => `---\nname: ${name}\ndescription: Use when ${name}.\n---\n\n${text}\n`;

/** Two versions of a payload, with every way in which one may differ from the next. */
export const FIRST = {
  'agents/backend-system-architect.md': agent('First of one.', 'Last of one.'),
  'hooks/agent/start.sh': '#!/bin/sh\necho one\n',
  'hooks/agent/bundle.cjs': '// one\n',
  'skills/same/SKILL.md': skill('same', 'Same.'),
  'skills/changed/SKILL.md': skill('changed', 'One.'),
  'skills/both/SKILL.md': skill('both', 'One.'),
  'skills/gone/SKILL.md': skill('gone', 'Gone.'),
};

const { 'skills/gone/SKILL.md': _, ...kept } = FIRST;
export const SECOND = {
  ...kept,
  'agents/backend-system-architect.md': agent('First of one.', 'Last of two.'),
  'hooks/agent/start.sh': '#!/bin/sh\necho two\n',
  'skills/changed/SKILL.md': skill('changed', 'Two.'),
  'skills/both/SKILL.md': skill('both', 'Two.'),
  'skills/new/SKILL.md': skill('new', 'New.'),
};

/** What a user has made of the first version: one edit that can be merged, and one that cannot. */
export const EDITS = {
  '.claude/agents/backend-system-architect.md': agent('First of the user.', 'Last of one.'),
  '.claude/skills/both/SKILL.md': skill('both', 'Of the user.'),
};

/** What was in the repository before us. */
export const THEIRS = {
  '.claude/settings.json': '// mine\n{\n\t"model": "opus",\n}\n',
  '.claude/agents/mine.md': 'mine',
  '.mcp.json': '{\r\n  "mcpServers": {}\r\n}\r\n',
};
