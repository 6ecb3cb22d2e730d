import * as z from 'zod';
import { RULE_IDS, type RuleId } from '../rules/catalogue.js';

export const LEVELS = ['error', 'warning', 'info', 'off'] as const;
export type Level = (typeof LEVELS)[number];

const levels = z.partialRecord(z.enum(RULE_IDS as [RuleId, ...RuleId[]]), z.enum(LEVELS));

const glob = z.string().min(1);

/** What `backend-system-architect.config.json` may hold; paths and globs are relative to its folder. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  /** What rules count for, everywhere. */
  rules: levels.optional(),
  /** What they count for in some files; a later entry wins. */
  overrides: z.array(z.strictObject({ files: z.array(glob), rules: levels })).optional(),
  /** Globs of files that are left out. */
  ignore: z.array(glob).optional(),
  /** Warnings fail, too. */
  strict: z.boolean().optional(),
  /** More warnings than this fail. */
  maxWarnings: z.int().min(0).optional(),
  /** The version of the client that the verdicts are about. */
  client: z.string().optional(),
});

export type Config = z.output<typeof configSchema>;
