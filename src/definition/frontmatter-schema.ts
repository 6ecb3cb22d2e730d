import * as z from 'zod/mini';

/** A YAML list of names, or one string of names with commas between them; the client takes both. */
const names = z.union([z.string(), z.array(z.nullable(z.string()))]);

/** A value that passes a test of ours; the client turns values into texts before it looks at them. */
const passing = (test: (value: unknown) => boolean) => z.unknown().check(z.refine(test));

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

const experimental = z.looseObject({ cacheTtl: z.optional(z.enum(['5m', '1h'])) });

/**
 * Every frontmatter field that the client (2.1.330) knows in an agent file. A field that fails here is ignored by the
 * client, save `name` and `description`, without which it does not load the file.
 */
export const frontmatterSchema = z.object({
  name: z.string().check(z.maxLength(256), z.regex(/^[^-:：][^:：]*$/)),
  description: z.string().check(z.minLength(1)),
  tools: z.nullish(names),
  disallowedTools: z.nullish(names),
  model: z.nullish(z.string()),
  effort: z.nullish(passing(isEffort)),
  color: z.nullish(z.enum(['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'])),
  permissionMode: z.nullish(
    z.enum(['default', 'acceptEdits', 'auto', 'bypassPermissions', 'dontAsk', 'manual', 'plan', '']),
  ),
  maxTurns: z.nullish(passing((value) => value === '' || readMaxTurns(value) !== undefined)),
  skills: z.nullish(names),
  mcpServers: z.nullish(z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))),
  hooks: z.nullish(z.record(z.string(), z.unknown())),
  memory: z.nullish(z.enum(['user', 'project', 'local'])),
  background: z.nullish(z.union([z.boolean(), z.enum(['true', 'false', ''])])),
  isolation: z.nullish(z.enum(['worktree', 'remote'])),
  initialPrompt: z.nullish(z.string().check(z.regex(/\S/))),
  observer: z.unknown(),
  observerMessage: z.unknown(),
  observeToolResults: z.unknown(),
  observeSubagents: z.unknown(),
  omitClaudeMd: z.nullish(z.union([z.boolean(), z.enum(['true', 'false'])])),
  autoCompactWindow: z.unknown(),
  experimental: z.nullish(experimental),
});

export type FrontmatterField = keyof typeof frontmatterSchema.shape;

export const FRONTMATTER_FIELDS = Object.keys(frontmatterSchema.shape) as FrontmatterField[];

/** One name of a list of names. */
export interface NameEntry {
  name: string;
  /** Of the YAML node that holds it. */
  path: (string | number)[];
  /** Where it stands in the text of that node. */
  index: number;
}

/** The entries of a list of names, in either spelling. */
export function readNames(value: unknown, field: string): NameEntry[] {
  if (typeof value === 'string') return splitNames(value, [field]);
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => (typeof entry === 'string' ? splitNames(entry, [field, index]) : []));
}

/** Commas and spaces separate names, save within parentheses: `Bash(git *), Read`. A rule may stand behind a space. */
function splitNames(value: string, path: NameEntry['path']): NameEntry[] {
  if (!/[\s,()]/.test(value)) return value === '' ? [] : [{ name: value, path, index: 0 }];
  return [...value.matchAll(/(?:[^ ,(]|\([^()]*\))+/g)].flatMap(({ 0: raw, index }) => {
    const name = raw.trim();
    return name === '' || /^\([^()]*\)$/.test(name) ? [] : [{ name, path, index }];
  });
}
