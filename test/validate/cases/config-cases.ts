import type { configRules } from '../../../src/validate/rules/config-rules.js';
import { BASE, definition, json, plugin, settings, withBody, withField } from './package-files.js';
import type { RuleCase } from './rule-case.js';

const HOOK = { type: 'command', command: 'true' };
const text = (content: string) => ({ '.claude/settings.json': content });
const servers = (value: unknown) => json('.mcp.json', { mcpServers: value });
const agents = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`agents/${name}.md`, definition([`name: ${name}`, 'description: Reads.'])]));
const comment = (rule: string) => `# backend-system-architect: disable ${rule} -- on purpose`;

export const configCases: Record<keyof typeof configRules, RuleCase> = {
  'json-duplicate-key': {
    at: '"model": "sonnet"',
    breaks: text('{ "model": "opus", "model": "sonnet" }'),
    keeps: text('{ "model": "opus", "env": { "model": "x" } }'),
  },
  'settings-json': { at: ', }', breaks: text('{ "model": "opus", }'), keeps: text('{ "model": "opus" }') },
  'settings-hooks': { at: '"Stop"', breaks: settings({ hooks: 'Stop' }), keeps: settings({ hooks: {} }) },
  'settings-guard-malformed': {
    at: '"PreToolUse"',
    alongside: ['hook-form'],
    breaks: settings({ hooks: { PreToolUse: [HOOK] } }),
    keeps: settings({ hooks: { PreToolUse: [{ hooks: [HOOK] }] } }),
  },
  'settings-value': { at: '4', breaks: settings({ model: 4 }), keeps: settings({ model: 'opus', anything: 4 }) },
  'settings-permission': {
    at: '"read(./.env)"',
    breaks: settings({ permissions: { deny: ['read(./.env)'] } }),
    keeps: settings({ permissions: { deny: ['Read(./.env)'] } }),
  },
  'settings-hooks-disabled': {
    at: '"disableAllHooks"',
    breaks: settings({ disableAllHooks: true }),
    keeps: settings({ disableAllHooks: false }),
  },
  'mcp-json': { at: '"servers"', breaks: json('.mcp.json', { servers: {} }), keeps: servers({}) },
  'mcp-key': {
    at: '"disabled"',
    breaks: servers({ db: { command: 'db-server', disabled: true } }),
    keeps: servers({ db: { command: 'db-server', timeout: 10 } }),
  },
  'mcp-server': { at: '{', breaks: servers({ db: {} }), keeps: servers({ db: { command: 'db-server' } }) },
  'plugin-json': { at: '"my tools"', breaks: plugin({ name: 'my tools' }), keeps: plugin({ name: 'my-tools' }) },
  'plugin-part-misplaced': {
    breaks: { ...plugin(), '.claude-plugin/commands/lint.md': '' },
    keeps: { ...plugin(), 'commands/lint.md': '' },
  },
  'plugin-agent-frontmatter': {
    breaks: { ...plugin(), 'agents/reviewer.md': '# Reviewer\n' },
    keeps: { ...plugin(), ...agents('reviewer') },
  },
  'plugin-key': { at: '"me"', breaks: plugin({ author: 'me' }), keeps: plugin({ author: { name: 'me' } }) },
  'plugin-agents-replaced': {
    at: '[',
    breaks: { ...plugin({ agents: ['./agents/a.md'] }), ...agents('a', 'b') },
    keeps: { ...plugin({ agents: ['./agents/a.md', './agents/b.md'] }), ...agents('a', 'b') },
  },
  'plugin-agent-field': {
    at: 'permissionMode',
    breaks: { ...plugin(), 'agents/reviewer.md': definition([...BASE, 'permissionMode: plan']) },
    keeps: { ...plugin(), 'agents/reviewer.md': definition([...BASE, 'model: opus']) },
  },
  'suppression-unknown': {
    at: 'agent-colour',
    breaks: withField('colour: red', comment('agent-field-unknown, agent-colour')),
    keeps: withField('colour: red', comment('agent-field-unknown')),
  },
  'suppression-unused': {
    at: 'agent-keywords',
    breaks: withBody('<!-- backend-system-architect: disable agent-keywords -->'),
    keeps: withBody('## Auto Mode\nActivates for: lint\n<!-- backend-system-architect: disable agent-keywords -->'),
  },
};
