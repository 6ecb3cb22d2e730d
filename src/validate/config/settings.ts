import path from 'node:path';
import { UsageError } from '../../errors.js';
import { diskAccess } from '../file-access.js';
import type { ValidateOptions } from '../options.js';
import type { Limits } from '../outcome.js';
import type { Config } from './config-schema.js';

export interface SettingsOptions {
  strict?: boolean;
  maxWarnings?: string;
  rule?: string[];
  client?: string;
  /** A file, or false for none. */
  config?: string | false;
}

export interface Settings extends Limits, Pick<ValidateOptions, 'levelOf' | 'ignores'> {
  client?: string | undefined;
}

/**
 * What the command line and the configuration ask for; the command line wins.
 *
 * @throws {UsageError} when either asks for something that there is not
 */
export async function readSettings(cwd: string, options: SettingsOptions): Promise<Settings> {
  const { findConfig } = await import('./find-config.js');
  const file =
    typeof options.config === 'string'
      ? path.resolve(cwd, options.config)
      : options.config === false
        ? undefined
        : findConfig(cwd, diskAccess);
  const config: Config = file ? (await import('./read-config.js')).readConfig(file, diskAccess) : {};
  const limits = {
    strict: options.strict ?? config.strict,
    maxWarnings: options.maxWarnings === undefined ? config.maxWarnings : readCount(options.maxWarnings),
    client: options.client ?? config.client,
  };
  if (!file && !options.rule) return limits;
  const { makeLevels, readLevel } = await import('./levels.js');
  const base = file ? path.dirname(file) : cwd;
  return { ...limits, ...makeLevels({ config, base, cwd, chosen: (options.rule ?? []).map(readLevel) }) };
}

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is no number of warnings.`, 'Write --max-warnings 10: a whole number from 0.');
}
