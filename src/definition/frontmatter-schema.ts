import * as z from 'zod/mini';

/** A YAML list of names, or one string of names with commas between them; the client takes both. */
const names = () => z.union([z.string(), z.array(z.nullable(z.string()))]);

/** A value that passes a test of ours; the client turns values into texts before it looks at them. */
const passing = (test: (value: unknown) => boolean) => z.unknown().check(z.refine(test));

export const COLORS = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'] as const;

export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** A level in any case, alone in a list, or a number. */
function isEffort(value: unknown): boolean {
  if (!isScalar(value)) return false;
  const text = String(value).toLowerCase();
  return text === '' || (EFFORTS as readonly string[]).includes(text) || /^[+-]?\.?\d/.test(text);
}

/** A number of turns as the client reads it, which takes the digits that a text begins with. */
export function readMaxTurns(value: unknown): number | undefined {
  if (typeof value === 'boolean' || !isScalar(value)) return undefined;
  const turns = typeof value === 'number' ? value : Number.parseInt(String(value), 10);
  return Number.isInteger(turns) && turns > 0 ? turns : undefined;
}

function isScalar(value: unknown): boolean {
  const [only, ...more] = Array.isArray(value) ? value : [value];
  return more.length === 0 && (typeof only === 'string' || typeof only === 'number');
}

/**
 * Every frontmatter field that the client (2.1.330) knows in an agent file. A field that fails here is ignored by the
 * client, save `name` and `description`, without which it does not load the file. To make them all takes longer than to
 * check a file, in which there are a few of them.
 */
const FIELDS = {
  name: () => z.string().check(z.maxLength(256), z.regex(/^[^-:：][^:：]*$/)),
  description: () => z.string().check(z.minLength(1)),
  tools: () => z.nullish(names()),
  disallowedTools: () => z.nullish(names()),
  model: () => z.nullish(z.string()),
  effort: () => z.nullish(passing(isEffort)),
  color: () => z.nullish(z.enum(COLORS)),
  permissionMode: () =>
    z.nullish(z.enum(['default', 'acceptEdits', 'auto', 'bypassPermissions', 'dontAsk', 'manual', 'plan', ''])),
  maxTurns: () => z.nullish(passing((value) => value === '' || readMaxTurns(value) !== undefined)),
  skills: () => z.nullish(names()),
  mcpServers: () => z.nullish(z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))),
  hooks: () => z.nullish(z.record(z.string(), z.unknown())),
  memory: () => z.nullish(z.enum(['user', 'project', 'local'])),
  background: () => z.nullish(z.union([z.boolean(), z.enum(['true', 'false', ''])])),
  isolation: () => z.nullish(z.enum(['worktree', 'remote'])),
  initialPrompt: () => z.nullish(z.string().check(z.regex(/\S/))),
  observer: () => z.unknown(),
  observerMessage: () => z.unknown(),
  observeToolResults: () => z.unknown(),
  observeSubagents: () => z.unknown(),
  omitClaudeMd: () => z.nullish(z.union([z.boolean(), z.enum(['true', 'false'])])),
  autoCompactWindow: () => z.unknown(),
  experimental: () => z.nullish(z.looseObject({ cacheTtl: z.optional(z.enum(['5m', '1h'])) })),
};

export type FrontmatterField = keyof typeof FIELDS;

export const FRONTMATTER_FIELDS = Object.keys(FIELDS) as FrontmatterField[];

export function isFrontmatterField(key: string): key is FrontmatterField {
  return Object.hasOwn(FIELDS, key);
}

const made = new Map<FrontmatterField, z.ZodMiniType>();

/** What a field may hold. */
export function schemaOf(field: FrontmatterField): z.ZodMiniType {
  let schema = made.get(field);
  if (!schema) {
    schema = FIELDS[field]();
    made.set(field, schema);
  }
  return schema;
}
