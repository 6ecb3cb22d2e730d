import path from 'node:path';
import { ACCEPTED_EVENTS, FRONTMATTER_EVENTS, HOOK_TYPES, SETTINGS_ONLY_EVENTS } from '../../client/hooks.js';
import type { YamlPath } from '../../definition/frontmatter.js';
import type { AgentDefinition } from '../../definition/model.js';
import { isObject } from '../../is-object.js';
import type { Layout } from '../discover.js';
import { type Finding, finding } from '../finding.js';
import { nearest } from '../nearest.js';
import type { CheckContext } from './context.js';
import { describe } from './describe.js';
import { findScript, readShellWords } from './shell-command.js';

type Locate = AgentDefinition['frontmatter']['locate'];

/** The form of each hook entry, and the script that it starts, also where the form keeps it from starting. */
export function checkHooks({ frontmatter }: AgentDefinition, context: CheckContext): Finding[] {
  const { hooks } = frontmatter.values;
  if (!isObject(hooks)) return [];
  const { locate, locateKey } = frontmatter;
  return Object.entries(hooks).flatMap(([event, groups]) => {
    const at: YamlPath = ['hooks', event];
    if (!ACCEPTED_EVENTS.has(event)) {
      const hint = SETTINGS_ONLY_EVENTS.includes(event) ? undefined : nearest(event, ACCEPTED_EVENTS);
      return [finding('hook-event', locateKey(at), { event, nearest: hint, allowed: FRONTMATTER_EVENTS })];
    }
    if (!Array.isArray(groups)) return [finding('hook-form', locate(at), { event })];
    return groups.flatMap((group: unknown, index) => checkGroup(event, group, [...at, index], locate, context));
  });
}

function checkGroup(event: string, group: unknown, at: YamlPath, locate: Locate, context: CheckContext): Finding[] {
  if (!isObject(group) || !Array.isArray(group.hooks)) {
    const form = finding('hook-form', locate(at), { event });
    return isObject(group) ? [form, ...checkCommand(group, at, locate, context)] : [form];
  }
  return group.hooks.flatMap((entry: unknown, index) => {
    const below = [...at, 'hooks', index];
    if (!isObject(entry)) {
      return [finding('hook-type', locate(below), { found: describe(entry), allowed: HOOK_TYPES })];
    }
    const known = HOOK_TYPES.some((type) => type === entry.type);
    const type = known
      ? []
      : [finding('hook-type', locate([...below, 'type']), { found: describe(entry.type), allowed: HOOK_TYPES })];
    if (entry.type === 'command' && typeof entry.command !== 'string') {
      return [finding('hook-command', locate([...below, 'command']), { found: describe(entry.command) })];
    }
    return [...type, ...checkCommand(entry, below, locate, context)];
  });
}

function checkCommand(
  entry: Record<string, unknown>,
  at: YamlPath,
  locate: Locate,
  { access, layout }: CheckContext,
): Finding[] {
  const { command } = entry;
  if (typeof command !== 'string') return [];
  const location = locate([...at, 'command']);
  const withoutShell = Array.isArray(entry.args);
  const words = withoutShell ? [{ text: command, unquoted: [] }] : readShellWords(command);
  const variable = words
    .flatMap(({ unquoted }) => unquoted)
    .find((name) => /CLAUDE_(PROJECT_DIR|PLUGIN_ROOT)/.test(name));
  const script = findScript(words);
  const file = script && resolveScript(script.path, layout);
  const findings = variable ? [finding('hook-path-unquoted', location, { variable })] : [];
  if (!script || !file) return findings;
  const stats = access.stat(file);
  if (stats?.kind !== 'file') return [...findings, finding('hook-script-missing', location, { script: script.path })];
  if (!script.direct || stats.executable) return findings;
  return [...findings, finding('hook-script-not-executable', location, { script: script.path })];
}

/** Where a script lies on this disk; undefined for one that is found by PATH or by a variable of the user's. */
function resolveScript(script: string, { root, isClaudeFolder }: Layout): string | undefined {
  const match = /^(?:\$\{?CLAUDE_PROJECT_DIR\}?[\\/]|(?=\.{1,2}[\\/])|(?=\.claude[\\/]))(.*)$/s.exec(script);
  if (match?.[1] === undefined) return undefined;
  const relative = match[1].replace(/^\.\//, '');
  if (isClaudeFolder) return path.resolve(root, '..', relative);
  return path.resolve(root, relative.replace(/^\.claude[\\/]/, ''));
}
