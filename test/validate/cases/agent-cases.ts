import path from 'node:path';
import type { agentRules } from '../../../src/validate/rules/agent-rules.js';
import { HOME } from '../diagnose.js';
import {
  agent,
  BASE,
  definition,
  file,
  json,
  skill,
  skillText,
  withBody,
  withEntry,
  withField,
} from './package-files.js';
import type { RuleCase } from './rule-case.js';

const OTHER = '.claude/agents/sub/other.md';
const other = (name: string) => ({ [OTHER]: definition([`name: ${name}`, 'description: Reads.']) });
const users = (name: string, text: string) => ({ [path.join(HOME, '.claude', name)]: text });
const LINT = skill('lint');
const SERVER = json('.mcp.json', { mcpServers: { db: { command: 'db-server' } } });
const manySkills = (count: number) => {
  const names = Array.from({ length: count }, (_, index) => `skill-${index}`);
  return { ...withField(`skills: [${names}]`), ...Object.assign({}, ...names.map((name) => skill(name))) };
};
const withSkillOf = (bytes: number) => ({
  ...withField('skills: [lint]'),
  '.claude/skills/lint/SKILL.md': skillText('lint') + 'x'.repeat(bytes),
});
const BUDGETS = '## Resource Scaling\n- Small: 1-2 tool calls\n- Big: 5-10 tool calls';

export const agentCases: Record<keyof typeof agentRules, RuleCase> = {
  'agent-name': {
    at: '123',
    breaks: agent('name: 123', 'description: Reads.'),
    keeps: agent('name: "123"', 'description: Reads.'),
  },
  'agent-description': { breaks: agent('name: reviewer'), keeps: agent('name: reviewer', 'description: R') },
  'agent-name-built-in': {
    at: 'Explore',
    breaks: agent('name: Explore', 'description: Reads.'),
    keeps: agent('name: explore', 'description: Reads.'),
  },
  'agent-name-duplicate': {
    at: 'reviewer',
    breaks: { ...agent(...BASE), ...other('reviewer') },
    keeps: { ...agent(...BASE), ...other('other') },
  },
  'agent-file-name': {
    breaks: { ...agent(...BASE), '.claude/agents/other.mdx': definition(['name: other', 'description: Reads.']) },
    keeps: { ...agent(...BASE), '.claude/agents/other.mdx': '# Notes\n' },
  },
  'agent-hooks-malformed': { at: 'Stop', breaks: withField('hooks: Stop'), keeps: withField('hooks: {}') },
  'agent-guard-malformed': {
    at: 'PreToolUse',
    alongside: ['hook-type'],
    breaks: withEntry('PreToolUse', 'prompt: Look again.'),
    keeps: withEntry('PreToolUse', 'type: prompt', 'prompt: Look again.'),
  },
  'client-syntax': {
    client: '2.1.200',
    breaks: file(`\uFEFF${definition(BASE)}`),
    keeps: file(definition(BASE)),
  },
  'client-feature': {
    at: 'memory',
    client: '2.1.50',
    breaks: withField('memory: user'),
    keeps: withField('model: opus'),
  },
  'agent-name-shadows-user': {
    at: 'reviewer',
    user: true,
    breaks: { ...agent(...BASE), ...users('agents/mine.md', definition(BASE)) },
    keeps: { ...agent(...BASE), ...users('agents/reviewer.md', definition(['name: mine', 'description: Reads.'])) },
  },
  'agent-field-unknown': { at: 'colour', breaks: withField('colour: red'), keeps: withField('color: red') },
  'agent-field-value': { at: 'chartreuse', breaks: withField('color: chartreuse'), keeps: withField('color: cyan') },
  'agent-tool-unknown': { at: 'LS', breaks: withField('tools: [Read, LS]'), keeps: withField('tools: [Read, Task]') },
  'agent-tools-unusable': {
    at: 'tools',
    alongside: ['agent-tool-unknown'],
    breaks: withField('tools: [LS]'),
    keeps: withField('tools: [Glob]'),
  },
  'agent-tools-empty': { at: 'tools', breaks: withField('tools: []'), keeps: withField('tools: [Read]') },
  'agent-skill-missing': {
    at: 'style',
    breaks: { ...withField('skills: [lint, style]'), ...LINT },
    keeps: { ...withField('skills: [lint]'), ...LINT },
  },
  'agent-skill-of-plugin': {
    at: 'style:lint',
    breaks: { ...withField('skills: ["style:lint"]'), ...LINT },
    keeps: { ...withField('skills: ["lint"]'), ...LINT },
  },
  'agent-skill-hidden': {
    at: 'lint',
    breaks: { ...withField('skills: [lint]'), ...skill('lint', 'disable-model-invocation: true') },
    keeps: { ...withField('skills: [lint]'), ...skill('lint', 'user-invocable: false') },
  },
  'agent-skill-user-only': {
    at: 'style',
    user: true,
    breaks: { ...withField('skills: [style]'), ...LINT, ...users('skills/style/SKILL.md', skillText('style')) },
    keeps: { ...withField('skills: [lint]'), ...LINT, ...users('skills/style/SKILL.md', skillText('style')) },
  },
  'agent-preload-size': { at: 'skills', breaks: withSkillOf(24_000), keeps: withSkillOf(23_900) },
  'agent-mcp-unlisted': {
    at: 'mcp__db__*',
    breaks: withBody('## MCP Tools\n- `mcp__db__*` - ask', 'tools: [Read]'),
    keeps: withBody('## MCP Tools\n- `mcp__db__*` - ask', 'tools: [Read, mcp__db__ask]'),
  },
  'agent-mcp-pattern': {
    at: 'mcp__*__ask',
    breaks: withField('tools: [Read, mcp__*__ask]'),
    keeps: withField('tools: [Read, mcp__db__ask]'),
  },
  'agent-mcp-missing': {
    at: 'cache',
    breaks: { ...withField('mcpServers: [cache]'), ...SERVER },
    keeps: { ...withField('mcpServers: [db]'), ...SERVER },
  },
  'agent-mcp-beyond-tools': {
    at: 'db',
    breaks: { ...withField('tools: [Read]', 'mcpServers: [db]'), ...SERVER },
    keeps: { ...withField('tools: [Read, mcp__db__*]', 'mcpServers: [db]'), ...SERVER },
  },
  'agent-disallowed-rule': {
    at: 'Bash(rm *)',
    breaks: withField('disallowedTools: [Bash(rm *)]'),
    keeps: withField('disallowedTools: [Bash]'),
  },
  'agent-reference-missing': {
    at: 'Agent(helper)',
    breaks: { ...withField('tools: [Agent(helper)]'), ...other('other') },
    keeps: { ...withField('tools: [Agent(helper)]'), ...other('helper') },
  },
  'agent-skills-many': { at: 'skills', breaks: manySkills(33), keeps: manySkills(32) },
  'agent-body-tool': {
    at: 'Bash',
    breaks: withBody('# Reviewer\nUse `Bash` to run the tests.', 'tools: [Read]'),
    keeps: withBody('# Reviewer\nUse `Bash` to run the tests.', 'tools: [Read, Bash]'),
  },
  'handoff-agent-missing': {
    at: 'tester',
    breaks: withBody('## Integration\n- **Hands off to:** tester (the tests)'),
    keeps: withBody('## Integration\n- **Hands off to, where installed:** tester (the tests)'),
  },
  'agent-max-turns': { at: '12', breaks: withBody(BUDGETS, 'maxTurns: 12'), keeps: withBody(BUDGETS, 'maxTurns: 13') },
  'agent-keywords': {
    at: 'Reads what changed.',
    breaks: withBody('## Auto Mode\nActivates for: reads, lint'),
    keeps: withBody('## Auto Mode\nActivates for: reads, what changed'),
  },
};
