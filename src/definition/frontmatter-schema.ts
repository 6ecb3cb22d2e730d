import * as z from 'zod';

/** A YAML list of names, or one string of names with commas between them; the client takes both. */
const names = z.union([z.string(), z.array(z.string())]);

/**
 * Every frontmatter field that the client (2.1.330) knows in an agent file. A field that fails here is ignored by the
 * client, save `name` and `description`, without which it does not load the file.
 */
export const frontmatterSchema = z.object({
  name: z.string().min(1),
  description: z.string().min(1),
  tools: names.nullish(),
  disallowedTools: names.nullish(),
  model: z.string().nullish(),
  effort: z.union([z.enum(['low', 'medium', 'high', 'xhigh', 'max']), z.number()]).nullish(),
  color: z.enum(['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan']).nullish(),
  permissionMode: z.enum(['default', 'acceptEdits', 'auto', 'bypassPermissions', 'dontAsk', 'plan']).nullish(),
  maxTurns: z.coerce.number().int().positive().nullish(),
  skills: names.nullish(),
  mcpServers: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).nullish(),
  hooks: z.record(z.string(), z.unknown()).nullish(),
  memory: z.enum(['user', 'project', 'local']).nullish(),
  background: z.union([z.boolean(), z.enum(['true', 'false'])]).nullish(),
  isolation: z.enum(['worktree']).nullish(),
  initialPrompt: z.unknown(),
  observer: z.unknown(),
  omitClaudeMd: z.unknown(),
  experimental: z.unknown(),
});

export type FrontmatterField = keyof typeof frontmatterSchema.shape;

export const FRONTMATTER_FIELDS = Object.keys(frontmatterSchema.shape) as FrontmatterField[];

/** The entries of a list of names, in either spelling, each with the path of the YAML node that holds it. */
export function readNames(value: unknown, field: string): { name: string; path: (string | number)[] }[] {
  if (typeof value === 'string') {
    return splitNames(value).map((name) => ({ name, path: [field] }));
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) =>
    typeof entry === 'string' ? splitNames(entry).map((name) => ({ name, path: [field, index] })) : [],
  );
}

/** Commas and spaces separate names, save within parentheses: `Bash(git *), Read`. */
function splitNames(value: string): string[] {
  return (value.match(/(?:[^\s,(]|\([^()]*\))+/g) ?? []).filter((name) => name !== '');
}
