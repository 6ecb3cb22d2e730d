import { explainSystemError, UsageError } from '../../errors.js';
import { isObject } from '../../is-object.js';
import { type JsonDocument, parseJsonDocument } from '../../jsonc/document.js';
import { describe } from '../checks/describe.js';
import type { FileAccess } from '../file-access.js';
import { nearest } from '../nearest.js';
import { isRuleId, RULE_IDS } from '../rules/catalogue.js';
import { type Config, configSchema, LEVELS } from './config-schema.js';

/**
 * Reads a configuration, in JSON with comments.
 *
 * @throws {UsageError} which says what is wrong where, and what is allowed
 */
export function readConfig(file: string, access: FileAccess): Config {
  const document = parse(file, access);
  refuseUnknownRules(file, document);
  const result = configSchema.safeParse(document.values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.filter((step) => typeof step !== 'symbol') ?? [];
  const extra = issue && 'keys' in issue ? issue.keys[0] : undefined;
  const where = extra === undefined ? at : [...at, extra];
  const { line, column } = extra === undefined ? document.locate(where) : document.locateKey(where);
  const name = where.join('.') || 'the configuration';
  throw new UsageError(`${file}:${line}:${column}: ${name} is not allowed as it stands.`, helpFor(where, document));
}

/** Zod passes over a key such as `__proto__`. */
function refuseUnknownRules(file: string, document: JsonDocument): void {
  const rules = isObject(document.values) ? document.values.rules : undefined;
  const unknown = isObject(rules) ? Object.keys(rules).find((name) => !isRuleId(name)) : undefined;
  if (unknown === undefined) return;
  const { line, column } = document.locateKey(['rules', unknown]);
  const where = ['rules', unknown];
  throw new UsageError(
    `${file}:${line}:${column}: ${where.join('.')} is not allowed as it stands.`,
    helpFor(where, document),
  );
}

function parse(file: string, access: FileAccess): JsonDocument {
  let text: string;
  try {
    if (access.stat(file)?.kind === 'directory') {
      throw new UsageError(`${file} is a folder where a file is needed.`, 'Name a file, or leave --config out.');
    }
    text = new TextDecoder().decode(access.read(file));
  } catch (error) {
    throw error instanceof UsageError ? error : (explainSystemError(error) ?? error);
  }
  const parsed = parseJsonDocument(text);
  if (parsed.kind === 'parsed') return parsed.document;
  const { reason, location } = parsed.kind === 'blank' ? { reason: 'it is empty', location: START } : parsed;
  throw new UsageError(
    `${file}:${location.line}:${location.column}: it is not JSON: ${reason}.`,
    'Mend it there, or name another file with --config.',
  );
}

const START = { line: 1, column: 1 };

const SHAPES: Record<keyof Config, string> = {
  $schema: 'a text',
  rules: `an object of rule ids, each with one of ${LEVELS.join(', ')}`,
  overrides: 'a list of { "files": [globs], "rules": { … } }',
  ignore: 'a list of globs',
  strict: 'true or false',
  maxWarnings: 'a whole number from 0',
  client: 'the version of a client, such as "2.1.330"',
};

function helpFor(where: readonly (string | number)[], document: JsonDocument): string {
  const [key] = where;
  const last = where.at(-1);
  if (where.at(-2) === 'rules' && typeof last === 'string') {
    const hint = RULE_IDS.some((id) => id === last) ? undefined : nearest(last, RULE_IDS);
    if (hint) return `There is no rule "${last}"; did you mean "${hint}"?`;
    const isRule = RULE_IDS.some((id) => id === last);
    return isRule ? `Allowed: ${SHAPES.rules}.` : `There is no rule "${last}"; "explain" lists them.`;
  }
  if (typeof key === 'string' && Object.hasOwn(SHAPES, key)) return `Allowed: ${SHAPES[key as keyof Config]}.`;
  if (key === undefined) return `It has to be an object, not ${describe(document.values)}.`;
  const hint = nearest(String(key), Object.keys(SHAPES));
  return hint ? `Did you mean "${hint}"?` : `Allowed: ${Object.keys(SHAPES).join(', ')}.`;
}
