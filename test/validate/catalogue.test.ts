import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_AGENT_FILE_BYTES } from '../../src/client/limits.js';
import { catalogue, type RuleId, severityOf } from '../../src/validate/rules/catalogue.js';
import { validate } from '../../src/validate/validate.js';
import { type MemoryFile, type MemoryFiles, memoryAccess } from './memory-access.js';

const ROOT = path.resolve('/memory');
const FILE = '.claude/agents/reviewer.md';
const BASE = ['name: reviewer', 'description: Reads what changed.'];

const file = (content: MemoryFile): MemoryFiles => ({ [FILE]: content });
const agent = (...frontmatter: string[]) => file(`---\n${frontmatter.join('\n')}\n---\n`);
const withField = (...lines: string[]) => agent(...BASE, ...lines);
const withBody = (body: string) => file(`---\n${BASE.join('\n')}\n---\n${body}\n`);
const withHooks = (...lines: string[]) => withField('hooks:', ...lines.map((line) => `  ${line}`));
const withCommand = (command: string) =>
  withHooks('Stop:', '  - hooks:', '    - type: command', `      command: '${command}'`);
const skill = (...frontmatter: string[]) => ({
  '.claude/skills/lint/SKILL.md': `---\n${frontmatter.join('\n')}\n---\n`,
});
const report = (contract: string, example: string) =>
  withBody(`## Output Format\n~~~json\n${contract}\n~~~\n## Example\n~~~json\n${example}\n~~~`);

const withTurns = (turns: number) =>
  file(
    `---\n${BASE.join('\n')}\nmaxTurns: ${turns}\n---\n## Resource Scaling\n- Small: 1-2 tool calls\n- Big: 5-10 tool calls\n`,
  );

const SCRIPT = '"$CLAUDE_PROJECT_DIR"/.claude/hooks/check.sh';
const EXECUTABLE = { '.claude/hooks/check.sh': { script: '#!/bin/sh\n' } };
const LINT = skill('name: lint', 'description: Use before a commit.');

/** For each rule the least that breaks it, and a neighbour with which nothing is wrong. */
const CASES: Record<RuleId, { breaks: MemoryFiles; keeps: MemoryFiles }> = {
  'file-unreadable': { breaks: file({ fails: 'EACCES' }), keeps: agent(...BASE) },
  'file-empty': { breaks: file(''), keeps: agent(...BASE) },
  'file-too-large': {
    breaks: withBody('x'.repeat(MAX_AGENT_FILE_BYTES)),
    keeps: withBody('x'.repeat(MAX_AGENT_FILE_BYTES - 100)),
  },
  'file-encoding': {
    breaks: file(Buffer.from(`---\n${BASE.join('\n')}\n---\n\xe9`, 'latin1')),
    keeps: withBody('\u00e9'),
  },
  'file-utf16': {
    breaks: file(Buffer.from(`\uFEFF---\n${BASE.join('\n')}\n---\n`, 'utf16le')),
    keeps: file(`\uFEFF---\n${BASE.join('\n')}\n---\n`),
  },
  'frontmatter-missing': { breaks: file(BASE.join('\n')), keeps: agent(...BASE) },
  'frontmatter-unclosed': {
    breaks: file(`---\n${BASE.join('\n')}\n`),
    keeps: file(`---\n${BASE.join('\n')}\n---`),
  },
  'frontmatter-language': {
    breaks: file(`---toml\n${BASE.join('\n')}\n---\n`),
    keeps: file(`--- \n${BASE.join('\n')}\n---\n`),
  },
  'frontmatter-early-fence': {
    breaks: agent('name: reviewer', 'description: Reads --- and tells.'),
    keeps: agent('name: reviewer', 'description: Reads -- and tells.'),
  },
  'frontmatter-yaml': {
    breaks: agent('name: reviewer', 'description: "Reads.'),
    keeps: agent('name: reviewer', 'description: "Reads."'),
  },
  'frontmatter-duplicate-key': {
    breaks: withField('model: opus', 'model: sonnet'),
    keeps: withField('model: opus', 'color: red'),
  },
  'agent-name': {
    breaks: agent('name: 123', 'description: Reads.'),
    keeps: agent('name: "123"', 'description: Reads.'),
  },
  'agent-description': { breaks: agent('name: reviewer'), keeps: agent('name: reviewer', 'description: R') },
  'agent-name-built-in': {
    breaks: agent('name: Explore', 'description: Reads.'),
    keeps: agent('name: explore', 'description: Reads.'),
  },
  'agent-name-duplicate': {
    breaks: { ...agent(...BASE), '.claude/agents/sub/other.md': `---\n${BASE.join('\n')}\n---\n` },
    keeps: { ...agent(...BASE), '.claude/agents/sub/other.md': '---\nname: other\ndescription: Reads.\n---\n' },
  },
  'agent-field-unknown': { breaks: withField('colour: red'), keeps: withField('color: red') },
  'agent-field-value': { breaks: withField('color: chartreuse'), keeps: withField('color: cyan') },
  'agent-tool-unknown': { breaks: withField('tools: [Read, LS]'), keeps: withField('tools: [Read, Task]') },
  'agent-tools-empty': { breaks: withField('tools: []'), keeps: withField('tools: [Read]') },
  'agent-skill-missing': {
    breaks: { ...withField('skills: [lint, style]'), ...LINT },
    keeps: { ...withField('skills: [lint]'), ...LINT },
  },
  'agent-mcp-unlisted': {
    breaks: file(`---\n${BASE.join('\n')}\ntools: [Read]\n---\n## MCP Tools\n- \`mcp__db__*\` - ask\n`),
    keeps: file(`---\n${BASE.join('\n')}\ntools: [Read, mcp__db__ask]\n---\n## MCP Tools\n- \`mcp__db__*\` - ask\n`),
  },
  'agent-max-turns': { breaks: withTurns(12), keeps: withTurns(13) },
  'agent-keywords': {
    breaks: withBody('## Auto Mode\nActivates for: reads, lint'),
    keeps: withBody('## Auto Mode\nActivates for: reads, what changed'),
  },
  'hook-event': { breaks: withHooks('SessionStart: []'), keeps: withHooks('SubagentStop: []') },
  'hook-form': { breaks: withHooks('Stop:', '  - matcher: x'), keeps: withHooks('Stop:', '  - hooks: []') },
  'hook-type': {
    breaks: withHooks('Stop:', '  - hooks:', '    - prompt: Look again.'),
    keeps: withHooks('Stop:', '  - hooks:', '    - type: prompt', '      prompt: Look again.'),
  },
  'hook-command': {
    breaks: withHooks('Stop:', '  - hooks:', '    - type: command'),
    keeps: withCommand('true'),
  },
  'hook-path-unquoted': {
    breaks: { ...withCommand('$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh'), ...EXECUTABLE },
    keeps: { ...withCommand(SCRIPT), ...EXECUTABLE },
  },
  'hook-script-missing': { breaks: withCommand(SCRIPT), keeps: { ...withCommand(SCRIPT), ...EXECUTABLE } },
  'hook-script-not-executable': {
    breaks: { ...withCommand(SCRIPT), '.claude/hooks/check.sh': '#!/bin/sh\n' },
    keeps: { ...withCommand(`sh ${SCRIPT}`), '.claude/hooks/check.sh': '#!/bin/sh\n' },
  },
  'contract-json': {
    breaks: withBody('## Output Format\n~~~json\n[]\n~~~'),
    keeps: withBody('## Output Format\n~~~json\n{}\n~~~'),
  },
  'example-contract': {
    breaks: report('{ "feature": "a" }', '{ "title": "b" }'),
    keeps: report('{ "feature": "a" }', '{ "feature": "b" }'),
  },
  'skill-file-missing': { breaks: { '.claude/skills/lint/README.md': '' }, keeps: LINT },
  'skill-name': { breaks: skill('name: Lint', 'description: Use before a commit.'), keeps: LINT },
  'skill-description': { breaks: skill('name: lint'), keeps: LINT },
};

function diagnose(files: MemoryFiles) {
  const paths = [path.join(ROOT, '.claude')];
  return validate({ paths, cwd: ROOT, access: memoryAccess(ROOT, files) }).diagnostics;
}

const ids = Object.keys(catalogue) as RuleId[];

test('every rule of the catalogue has a case here, and no other rule has', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(ids.toSorted());
});

describe.each(ids)('%s', (id) => {
  test('is all that is reported about the least that breaks it', () => {
    expect(diagnose(CASES[id].breaks).map(({ ruleId }) => ruleId)).toEqual([id]);
  });

  test('is reported with the effect of the catalogue, the severity that follows, and words for a person', () => {
    const [diagnostic] = diagnose(CASES[id].breaks);
    const { effect } = catalogue[id];
    expect(diagnostic).toMatchObject({ effect, severity: severityOf(effect) });
    for (const text of [diagnostic?.message, diagnostic?.help]) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('is not reported about a neighbour that keeps it, nor is anything else', () => {
    expect(diagnose(CASES[id].keeps)).toEqual([]);
  });
});
