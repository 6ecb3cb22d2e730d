import type { MemoryFile, MemoryFiles } from '../memory-access.js';

export const AGENT = '.claude/agents/reviewer.md';
/** The frontmatter that is enough for an agent. */
export const BASE = ['name: reviewer', 'description: Reads what changed.'];

/** The agent file with this content. */
export const file = (content: MemoryFile): MemoryFiles => ({ [AGENT]: content });

export const definition = (frontmatter: readonly string[], body = '') => `---\n${frontmatter.join('\n')}\n---\n${body}`;

/** The agent with this frontmatter alone. */
export const agent = (...frontmatter: string[]) => file(definition(frontmatter));

/** A valid agent with further lines of frontmatter. */
export const withField = (...lines: string[]) => agent(...BASE, ...lines);

/** A valid agent with a body, and further lines of frontmatter. */
export const withBody = (body: string, ...lines: string[]) => file(definition([...BASE, ...lines], `${body}\n`));

export const withHooks = (...lines: string[]) => withField('hooks:', ...lines.map((line) => `  ${line}`));

/** A valid agent with one entry under an event, given as the lines of that entry. */
export const withEntry = (event: string, ...lines: string[]) =>
  withHooks(`${event}:`, '  - hooks:', ...lines.map((line, index) => `${index === 0 ? '    - ' : '      '}${line}`));

export const withCommand = (command: string) => withEntry('Stop', 'type: command', `command: '${command}'`);

export const skillText = (name: string, ...lines: string[]) =>
  `---\nname: ${name}\ndescription: Use before a commit.\n${lines.map((line) => `${line}\n`).join('')}---\n`;

export const skill = (name: string, ...lines: string[]): MemoryFiles => ({
  [`.claude/skills/${name}/SKILL.md`]: skillText(name, ...lines),
});

export const json = (name: string, value: unknown): MemoryFiles => ({ [name]: JSON.stringify(value, null, 2) });

export const settings = (value: unknown) => json('.claude/settings.json', value);

/** A plugin with a manifest, and more keys of it. */
export const plugin = (keys: object = {}) => json('.claude-plugin/plugin.json', { name: 'tools', ...keys });
