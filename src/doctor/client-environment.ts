import type { HookSurroundings } from '../install/hook-obstacles.js';
import { isObject } from '../is-object.js';
import { splitBom } from '../jsonc/tree.js';
import type { Variables } from './process-group.js';

/** The variables that the client (2.1.330) hands on; seen by running it. */
export interface ClientEnvironment {
  /** What hooks and MCP servers get: the `env` of all settings is put over the client's own environment. */
  session: Variables;
  /** What stands for `${VAR}` in the configuration of a server, which is read before the repository's settings hold. */
  configuration: Variables;
}

/** Puts the `env` of settings over an environment; the settings come with the one that overrides the others first. */
export function readClientEnvironment(env: Variables, settings: HookSurroundings['settings']): ClientEnvironment {
  const merge = (files: HookSurroundings['settings']): Variables =>
    Object.assign({}, env, ...files.toReversed().map(({ text }) => readEnv(text)));
  return { session: merge(settings), configuration: merge(settings.filter(({ file }) => file.startsWith('~'))) };
}

/** A number counts as its text; what is not strict JSON the client ignores. */
function readEnv(text: string | undefined): Variables {
  let settings: unknown;
  try {
    settings = JSON.parse(splitBom(text ?? '').body);
  } catch {
    return {};
  }
  const env = isObject(settings) && isObject(settings.env) ? settings.env : {};
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}
