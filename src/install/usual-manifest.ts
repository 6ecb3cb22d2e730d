import { isAppFolder, isBackendRoot } from '../answers/backend-folder.js';
import { isObject } from '../is-object.js';
import type { Manifest } from './manifest.js';
import { RELATIVE_PATH, SHA256 } from './manifest-checks.js';

type Check = (value: unknown) => boolean;

/**
 * Whether data is a manifest as this version writes it, told in a tenth of the time that it takes to load zod and to make the
 * schema. It takes nothing that the schema would refuse or change; what it does not know it leaves to the schema.
 */
export function isUsualManifest(data: unknown): data is Manifest {
  return isManifest(data);
}

const isText: Check = (value) => typeof value === 'string';
const isPath = passing((text) => RELATIVE_PATH.test(text));
const isHash = passing((text) => SHA256.test(text));
const isTexts = listOf(isText);
const isNames: Check = (value) => value === 'all' || listOf(passing((text) => text !== ''))(value);
const isMade = listOf(oneOf('file', 'content', 'key', 'list'));

const isFile = object(
  { path: isPath },
  {
    sha256: isHash,
    base: oneOf(true),
    preexisting: oneOf(true),
    backup: isPath,
    beside: object({ path: isPath, sha256: isHash }),
  },
);

const isHook = object(
  {
    kind: oneOf('hook'),
    event: isText,
    hook: object({ type: oneOf('command'), command: isText, timeout: Number.isFinite }, { args: isTexts }),
    position: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
    made: isMade,
  },
  { matcher: isText },
);

const isServer = object({
  kind: oneOf('server'),
  name: isText,
  server: object(
    { command: isText, args: isTexts },
    { env: (value) => isObject(value) && Object.values(value).every(isText) },
  ),
  made: isMade,
});

const isManifest = object({
  $schema: oneOf('manifest/1'),
  package: oneOf('backend-system-architect'),
  version: isText,
  answers: object({
    scope: oneOf('project', 'user'),
    backend: object({ root: passing(isBackendRoot), app: passing(isAppFolder) }),
    skills: isNames,
    router: oneOf(true, false),
    mcp: isNames,
    hookStarter: oneOf('sh', 'node'),
  }),
  files: listOf(isFile),
  entries: listOf((value) => isHook(value) || isServer(value)),
  folders: listOf((value) => value === '.claude' || isPath(value)),
});

/** An object with these keys and no others. */
function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const checks = new Map(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required);
  return (value) =>
    isObject(value) &&
    needed.every((key) => Object.hasOwn(value, key)) &&
    Object.keys(value).every((key) => checks.get(key)?.(value[key]) === true);
}

function listOf(isItem: Check): Check {
  return (value) => Array.isArray(value) && value.every(isItem);
}

function oneOf(...values: unknown[]): Check {
  return (value) => values.includes(value);
}

function passing(test: (text: string) => boolean): Check {
  return (value) => typeof value === 'string' && test(value);
}
