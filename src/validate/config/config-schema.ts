import * as z from 'zod/mini';
import { RULE_IDS, type RuleId } from '../rules/catalogue.js';

export const LEVELS = ['error', 'warning', 'info', 'off'] as const;
export type Level = (typeof LEVELS)[number];

const levels = z.partialRecord(z.enum(RULE_IDS as [RuleId, ...RuleId[]]), z.enum(LEVELS));

const glob = z.string().check(z.minLength(1));

/** What `backend-system-architect.config.json` may hold; paths and globs are relative to its folder. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  /** What rules count for, everywhere. */
  rules: z.optional(levels),
  /** What they count for in some files; a later entry wins. */
  overrides: z.optional(z.array(z.strictObject({ files: z.array(glob), rules: levels }))),
  /** Globs of files that are left out. */
  ignore: z.optional(z.array(glob)),
  /** Warnings fail, too. */
  strict: z.optional(z.boolean()),
  /** More warnings than this fail. */
  maxWarnings: z.optional(z.int().check(z.nonnegative())),
  /** The version of the client that the verdicts are about. */
  client: z.optional(z.string()),
});

export type Config = z.output<typeof configSchema>;
