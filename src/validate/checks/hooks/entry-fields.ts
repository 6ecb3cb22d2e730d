import { compareVersions, HOOK_KEYS } from '../../../client/features.js';
import { isObject } from '../../../is-object.js';

/** What a key of a hook entry may hold. */
interface FieldRule {
  allowed: string;
  /** The first of the measured clients that looks at it; older ones ignore the key. */
  since?: string;
  holds(value: unknown): boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const TEXT: FieldRule = { allowed: 'a text', holds: isText };
const FULL_TEXT: FieldRule = { allowed: 'a text that is not empty', holds: (value) => isText(value) && value !== '' };
const FLAG: FieldRule = { allowed: 'true or false', holds: (value) => typeof value === 'boolean' };
const URL_TEXT: FieldRule = { allowed: 'a URL', holds: (value) => typeof value === 'string' && URL.canParse(value) };
const TEXTS: FieldRule = {
  allowed: 'a list of texts',
  holds: (value) => Array.isArray(value) && value.every(isText),
};
const SECONDS: FieldRule = {
  allowed: 'a number of seconds over 0',
  holds: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
};

/** Keys that a type of hook cannot do without (client 2.1.330). */
const REQUIRED: Record<string, Record<string, FieldRule>> = {
  command: { command: FULL_TEXT },
  prompt: { prompt: TEXT },
  agent: { prompt: TEXT },
  http: { url: URL_TEXT },
  mcp_tool: { server: FULL_TEXT, tool: FULL_TEXT },
};

/** Keys that make the client drop the entry when they hold anything else; unknown keys do no harm. */
const OPTIONAL: Record<string, FieldRule> = {
  timeout: SECONDS,
  if: { ...TEXT, since: HOOK_KEYS.if },
  statusMessage: TEXT,
  once: FLAG,
  async: FLAG,
  asyncRewake: FLAG,
  args: TEXTS,
  onFailure: {
    allowed: 'block or continue',
    since: HOOK_KEYS.onFailure,
    holds: (value) => value === 'block' || value === 'continue',
  },
  shell: {
    since: HOOK_KEYS.shell,
    allowed: 'bash or powershell',
    holds: (value) => value === 'bash' || value === 'powershell',
  },
};

export interface FieldFault {
  field: string;
  value: unknown;
  allowed: string;
}

/** The first key of an entry for which the client drops it; the type is one that it knows. */
export function findFieldFault(entry: Record<string, unknown>, version: string): FieldFault | undefined {
  for (const [field, { allowed, holds }] of Object.entries(REQUIRED[String(entry.type)] ?? {})) {
    if (!holds(entry[field])) return { field, value: entry[field], allowed };
  }
  for (const [field, value] of Object.entries(entry)) {
    const rule = Object.hasOwn(OPTIONAL, field) ? OPTIONAL[field] : undefined;
    if (!rule || value === undefined || rule.holds(value)) continue;
    if (rule.since === undefined || compareVersions(version, rule.since) >= 0) {
      return { field, value, allowed: rule.allowed };
    }
  }
  return undefined;
}

/** Whether a group or an entry looks like a hook that was not nested, so that nesting it makes a hook of it. */
export function isFlatHook(group: unknown): group is Record<string, unknown> {
  return isObject(group) && group.hooks === undefined && typeof group.command === 'string';
}
