import path from 'node:path';
import { readProfile } from '../client/read-profile.js';
import { findUserFiles } from '../client/user-files.js';
import { readSettings } from '../validate/config/settings.js';
import type { Report } from '../validate/diagnostic.js';
import { diskAccess } from '../validate/file-access.js';
import { findFailure } from '../validate/outcome.js';
import { validate as validateFiles } from '../validate/validate.js';

export interface ValidateOptions {
  /** Files or folders, relative to `cwd` or absolute; `cwd` itself when left out. */
  paths?: readonly string[];
  /** The folder that paths are relative to, in the options and in the report; the current one when left out. */
  cwd?: string;
  /** A configuration file, or false for none; left out, the nearest `backend-system-architect.config.json` is read. */
  config?: string | false;
  /** What rules count for, such as `agent-name=off`; goes before the configuration. */
  rules?: readonly string[];
  /** The version of Claude Code that the verdicts are about; the latest measured one when left out. */
  client?: string;
  /** Warnings fail, too. */
  strict?: boolean;
  /** Where to look for the user's own agents: `HOME` or `CLAUDE_CONFIG_DIR`. Left out, nothing of the user's is read. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Called after each file, with how many are done and how many there are. */
  onProgress?(done: number, total: number): void;
}

/** A report, and what the command line would make of it. */
export interface Validation extends Report {
  /** Why the exit code would be 1; undefined where it would be 0. */
  failure: string | undefined;
}

/**
 * Checks agents, skills, hook scripts, settings, MCP servers and plugins for what Claude Code drops, ignores or changes.
 * Reads files and writes none.
 *
 * @throws {UsageError} for a path that does not exist or holds nothing to check, and for a setting that there is not
 */
export async function validate(options: ValidateOptions = {}): Promise<Validation> {
  const { paths = ['.'], rules, onProgress, env = {}, config, client, strict } = options;
  const cwd = path.resolve(options.cwd ?? '.');
  const settings = await readSettings(cwd, {
    ...(config === undefined ? {} : { config }),
    ...(client === undefined ? {} : { client }),
    ...(strict === undefined ? {} : { strict }),
    ...(rules === undefined ? {} : { rule: [...rules] }),
  });
  const user = findUserFiles(env);
  const report = validateFiles({
    paths: paths.map((file) => path.resolve(cwd, file)),
    cwd,
    access: diskAccess,
    client: readProfile(settings.client),
    userFolder: user.folder,
    userState: user.state,
    levelOf: settings.levelOf,
    ignores: settings.ignores,
    ...(onProgress ? { onProgress } : {}),
  });
  return { ...report, failure: findFailure(report, settings) };
}
