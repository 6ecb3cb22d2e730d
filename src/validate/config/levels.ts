import path from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../../errors.js';
import { nearest } from '../nearest.js';
import { isRuleId, RULE_IDS, type RuleId } from '../rules/catalogue.js';
import { type Config, LEVELS, type Level } from './config-schema.js';

/** `rule-id=level` of the command line. @throws {UsageError} which names what is allowed */
export function readLevel(text: string): [RuleId, Level] {
  const at = text.indexOf('=');
  const [id, level] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  if (!isRuleId(id)) {
    const hint = nearest(id, RULE_IDS);
    throw new UsageError(
      `There is no rule "${id}"${hint ? `; did you mean "${hint}"?` : '.'}`,
      'Write --rule <id>=<level>; the ids stand in the report, and "explain" lists them.',
    );
  }
  const known = LEVELS.find((name) => name === level);
  if (!known) throw new UsageError(`"${level}" is no level for "${id}".`, `Allowed: ${LEVELS.join(', ')}.`);
  return [id, known];
}

export interface LevelOptions {
  config: Config;
  /** Folder that the configuration's globs, and folder that the report's paths are relative to; absolute. */
  base: string;
  cwd: string;
  /** Of the command line, which wins. */
  chosen: readonly (readonly [RuleId, Level])[];
}

/** What a rule counts for in a file, where anything is configured, and which files are left out. */
export function makeLevels({ config, base, cwd, chosen }: LevelOptions) {
  const toBase = (file: string) => path.relative(base, path.resolve(cwd, file)).split(path.sep).join('/');
  const everywhere = new Map([...(Object.entries(config.rules ?? {}) as [RuleId, Level][]), ...chosen]);
  const forced = new Set(chosen.map(([id]) => id));
  const overrides = (config.overrides ?? []).map(({ files, rules }) => ({
    matches: picomatch(files, { dot: true }),
    rules: new Map(Object.entries(rules) as [RuleId, Level][]),
  }));
  const ignored = config.ignore?.length ? picomatch(config.ignore, { dot: true }) : undefined;
  return {
    levelOf(ruleId: RuleId, file: string): Level | undefined {
      if (forced.has(ruleId)) return everywhere.get(ruleId);
      const override = overrides.findLast(({ matches, rules }) => rules.has(ruleId) && matches(toBase(file)));
      return override?.rules.get(ruleId) ?? everywhere.get(ruleId);
    },
    ignores: (file: string): boolean => ignored?.(toBase(file)) ?? false,
  };
}
