import * as z from 'zod/mini';
import { FRONTMATTER_EVENTS, GUARD_EVENTS, SESSION_AGENT_EVENTS } from '../client/hooks.js';
import { CONDITIONAL_TOOLS, OFFERED_TOOLS, TOOL_ALIASES } from '../client/tools.js';
import { COLORS, EFFORTS, type FrontmatterField, schemaOf } from '../definition/frontmatter-schema.js';
import { hookEntry } from './hook-entry.js';

/** A word that an editor offers, or any other text. */
const suggested = (words: readonly string[]) => z.union([z.enum(words as [string, ...string[]]), z.string()]);

const toolNames = [...OFFERED_TOOLS, ...CONDITIONAL_TOOLS, ...TOOL_ALIASES.keys()].toSorted();
/** A tool by name, with a permission rule behind it, or of an MCP server. */
const tool = z.union([
  z.enum(toolNames as [string, ...string[]]),
  z.string().check(z.regex(new RegExp(`^(?:${toolNames.join('|')})\\(.*\\)$`))),
  z.string().check(z.regex(/^mcp__\S+$/)),
]);
const listOf = (item: z.ZodMiniType<string>) => z.union([z.array(item), z.string()]);

const events = [...new Set([...FRONTMATTER_EVENTS, ...GUARD_EVENTS, ...SESSION_AGENT_EVENTS])] as [string, ...string[]];
const hookGroup = z.object({ matcher: z.optional(z.string()), hooks: z.array(hookEntry) });

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/**
 * What an editor should offer and accept in the frontmatter of an agent: the fields that the validator knows, in the forms that
 * a person would write. The client (2.1.330) takes some more, such as empty texts and numbers in quotes.
 */
const fields = {
  name: described(
    schemaOf('name'),
    'What the agent is called: up to 256 characters, no colon, and no dash at the start.',
  ),
  description: described(
    schemaOf('description'),
    'When the main session should start the agent. The client shows it to the model, which decides by it.',
  ),
  tools: described(
    z.optional(listOf(tool)),
    'The tools that the agent may use. Without this it has all of them; a name that the client does not know is dropped without a message.',
  ),
  disallowedTools: described(z.optional(listOf(tool)), 'Tools that are taken away from what the agent would have.'),
  model: described(
    z.optional(suggested(['inherit', 'sonnet', 'opus', 'haiku'])),
    'The model: inherit for that of the session, an alias, or the id of a model.',
  ),
  effort: described(z.optional(z.union([z.enum(EFFORTS), z.int()])), 'How much the model thinks.'),
  color: described(z.optional(z.enum(COLORS)), 'The colour in which the client shows the agent.'),
  permissionMode: described(
    z.optional(z.enum(['default', 'acceptEdits', 'auto', 'bypassPermissions', 'dontAsk', 'manual', 'plan'])),
    'How permissions are asked for while the agent runs.',
  ),
  maxTurns: described(z.optional(z.int().check(z.positive())), 'After how many turns the agent is stopped.'),
  skills: described(
    z.optional(listOf(z.string())),
    'Skills that are loaded whole when the agent starts. A name that the client does not find is left out without a message.',
  ),
  mcpServers: described(
    z.optional(z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))),
    'MCP servers: names of configured ones, or an object with the configuration of a server below its name.',
  ),
  hooks: described(
    z.optional(z.partialRecord(z.enum(events), z.array(hookGroup))),
    'Hooks that run while the agent does, by event. They need a workspace that the user trusts; SubagentStart runs only from settings.',
  ),
  memory: described(
    z.optional(z.enum(['user', 'project', 'local'])),
    'Where the agent keeps notes from one run to the next.',
  ),
  background: described(z.optional(z.boolean()), 'Whether the agent is always started in the background.'),
  isolation: described(
    z.optional(z.enum(['worktree', 'remote'])),
    'Where the agent works: in a git worktree of its own, or elsewhere.',
  ),
  initialPrompt: described(
    z.optional(z.string().check(z.regex(/\S/))),
    'The first prompt, where the agent is the session itself.',
  ),
  observer: z.optional(z.unknown()),
  observerMessage: z.optional(z.unknown()),
  observeToolResults: z.optional(z.unknown()),
  observeSubagents: z.optional(z.unknown()),
  omitClaudeMd: described(z.optional(z.boolean()), "Whether the agent is started without the project's CLAUDE.md."),
  autoCompactWindow: z.optional(z.unknown()),
  experimental: z.optional(z.looseObject({ cacheTtl: z.optional(z.enum(['5m', '1h'])) })),
} satisfies Record<FrontmatterField, z.ZodMiniType>;

export const agentFrontmatter = z.strictObject(fields);
