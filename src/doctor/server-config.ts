import { isObject } from '../is-object.js';
import type { Variables } from './process-group.js';

/** The configuration of a server, as far as it matters for starting it. */
export type ServerConfig =
  | { kind: 'stdio'; command: string; args: string[]; env: Variables }
  | { kind: 'remote'; type: string }
  | { kind: 'broken'; reason: string };

/** Reads a configuration as the client does: without a `type` it is a program to start. */
export function readServerConfig(config: unknown): ServerConfig {
  if (!isObject(config)) return { kind: 'broken', reason: 'it is no object' };
  const { type = 'stdio', command, args = [], env = {} } = config;
  if (typeof type !== 'string') return { kind: 'broken', reason: 'its "type" is no text' };
  if (type !== 'stdio') return { kind: 'remote', type };
  if (typeof command !== 'string' || command === '') return { kind: 'broken', reason: 'its "command" is no text' };
  if (!isTextList(args)) return { kind: 'broken', reason: 'its "args" is no list of texts' };
  if (!isTextObject(env)) return { kind: 'broken', reason: 'its "env" is no object of texts' };
  return { kind: 'stdio', command, args, env };
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isTextObject(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((entry) => typeof entry === 'string');
}
