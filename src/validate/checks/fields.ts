import { BUILT_IN_AGENTS } from '../../client/built-in-agents.js';
import { FRONTMATTER_FIELDS, type FrontmatterField, frontmatterSchema } from '../../definition/frontmatter-schema.js';
import type { AgentDefinition } from '../../definition/model.js';
import { type Finding, finding } from '../finding.js';
import { nearest } from '../nearest.js';
import { describe } from './describe.js';

/** Holds each frontmatter field against what the client takes. */
export function checkFields({ frontmatter }: AgentDefinition): Finding[] {
  const { values, keys, duplicates, locate, locateKey } = frontmatter;
  const unknown = keys.filter((key) => !isField(key));
  const { name } = values;
  return [
    ...duplicates.map(({ key, location }) => finding('frontmatter-duplicate-key', location, { key })),
    ...unknown.map((field) =>
      finding('agent-field-unknown', locateKey([field]), {
        field,
        nearest: nearest(field, FRONTMATTER_FIELDS),
        known: FRONTMATTER_FIELDS,
      }),
    ),
    ...FRONTMATTER_FIELDS.flatMap((field) => checkField(field, values[field], locate([field]))),
    ...(typeof name === 'string' && BUILT_IN_AGENTS.has(name)
      ? [finding('agent-name-built-in', locate(['name']), { name })]
      : []),
  ];
}

function checkField(field: FrontmatterField, value: unknown, location: Finding['location']): Finding[] {
  const result = frontmatterSchema.shape[field].safeParse(value);
  if (result.success) return [];
  const found = describe(value);
  if (field === 'name') return [finding('agent-name', location, { found })];
  if (field === 'description') return [finding('agent-description', location, { found })];
  return [finding('agent-field-value', location, { field, value: found, allowed: ALLOWED[field] })];
}

const NAMES = 'a list of names, or one text with commas between them';

const ALLOWED: Record<Exclude<FrontmatterField, 'name' | 'description'>, string> = {
  tools: NAMES,
  disallowedTools: NAMES,
  model: 'sonnet, opus, haiku, inherit, or the id of a model',
  effort: 'low, medium, high, xhigh, max',
  color: 'red, blue, green, yellow, purple, orange, pink, cyan',
  permissionMode: 'default, acceptEdits, auto, bypassPermissions, dontAsk, plan',
  maxTurns: 'a whole number from 1',
  skills: NAMES,
  mcpServers: 'a list of server names, or of objects with the configuration of a server below its name',
  hooks: 'events, each with a list of entries',
  memory: 'user, project, local',
  background: 'true, false',
  isolation: 'worktree',
  initialPrompt: 'a text',
  observer: 'a text',
  omitClaudeMd: 'true, false',
  experimental: 'any value',
};

function isField(key: string): key is FrontmatterField {
  return Object.hasOwn(frontmatterSchema.shape, key);
}
