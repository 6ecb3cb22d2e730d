import { compareVersions, type Feature, REFUSALS } from '../../../client/features.js';
import { GUARD_EVENTS } from '../../../client/hooks.js';
import { takesValue } from '../../../definition/field-value.js';
import {
  FRONTMATTER_FIELDS,
  type FrontmatterField,
  isFrontmatterField,
} from '../../../definition/frontmatter-schema.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { type Finding, finding } from '../../finding.js';
import { nearest } from '../../nearest.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';

/** Holds each frontmatter field against what the client takes. */
export function checkFields({ frontmatter }: AgentDefinition, { client, layout }: CheckContext): Finding[] {
  const { values, keys, duplicates, locate, locateKey } = frontmatter;
  const unknown = keys.filter((key) => !isFrontmatterField(key));
  const { name } = values;
  const refuses = ({ since }: Feature) => compareVersions(client.version, since) >= 0;
  return [
    ...duplicates.map(({ key, location }) => finding('frontmatter-duplicate-key', location, { key })),
    ...unknown
      .filter((field) => GUARD_EVENTS.has(field) && refuses(REFUSALS.brokenGuards))
      .map((event) => finding('agent-guard-malformed', locateKey([event]), { event })),
    ...unknown.map((field) =>
      finding('agent-field-unknown', locateKey([field]), {
        field,
        nearest: nearest(field, FRONTMATTER_FIELDS),
        known: FRONTMATTER_FIELDS,
      }),
    ),
    ...fieldsOf(values)
      .filter((field) => field !== 'name' || !isOnceTaken(name, refuses))
      .flatMap((field) => checkField(field, values[field], () => locate([field]))),
    ...(typeof name === 'string' && layout.kind !== 'plugin' && client.builtInAgents.has(name)
      ? [finding('agent-name-built-in', locate(['name']), { name })]
      : []),
  ];
}

/** The fields that there are, and those that there must be: nearly all are missing from nearly all agents. */
function fieldsOf(values: Record<string, unknown>): FrontmatterField[] {
  const given = Object.keys(values).filter(isFrontmatterField);
  const required: FrontmatterField[] = ['name', 'description'];
  return [
    ...required.filter((field) => !given.includes(field)),
    ...given.filter((field) => values[field] !== undefined),
  ];
}

function checkField(field: FrontmatterField, value: unknown, locate: () => Finding['location']): Finding[] {
  if (takesValue(field, value)) return [];
  const location = locate();
  const found = describe(value);
  // What is wrong with hooks is said event by event.
  if (field === 'hooks') return [];
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
  permissionMode: 'default, acceptEdits, auto, bypassPermissions, dontAsk, manual, plan',
  maxTurns: 'a whole number from 1',
  skills: NAMES,
  mcpServers: 'a list of server names, or of objects with the configuration of a server below its name',
  hooks: 'events, each with a list of entries',
  memory: 'user, project, local',
  background: 'true, false',
  isolation: 'worktree, remote',
  initialPrompt: 'a text that is not blank',
  observer: 'a text',
  observerMessage: 'a text',
  observeToolResults: 'true, false',
  observeSubagents: 'true, false',
  autoCompactWindow: 'a number of tokens',
  omitClaudeMd: 'true, false',
  experimental: 'a mapping, in which cacheTtl is 5m or 1h',
};

/** Whether this client takes a name that later ones refuse. */
function isOnceTaken(name: unknown, refuses: (feature: Feature) => boolean): boolean {
  if (typeof name !== 'string' || name === '') return false;
  return (
    !(name.length > 256 && refuses(REFUSALS.longNames)) &&
    !(/[:：]/.test(name) && refuses(REFUSALS.colonsInNames)) &&
    !(name.startsWith('-') && refuses(REFUSALS.dashesBeforeNames))
  );
}
