import { compareVersions, FEATURES, type Feature, SYNTAX } from '../../../client/features.js';
import { readToolReference } from '../../../client/tools.js';
import type { ValuePath } from '../../../definition/location.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { readNames } from '../../../definition/names.js';
import { splitFrontmatter } from '../../../definition/split.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';

const START = { line: 1, column: 1 };

/** What an older client than the latest cannot read, or ignores. */
export function checkClientVersion(definition: AgentDefinition, text: string, { client }: CheckContext): Finding[] {
  const isMissing = ({ since }: Feature) => compareVersions(client.version, since) < 0;
  const { locateKey, duplicates } = definition.frontmatter;
  const unreadable = findSyntax(text, duplicates.length > 0).filter(isMissing);
  const merge = /^<<:/m.test(text) ? [{ feature: FEATURES.mergeKeys, at: ['<<'] }] : [];
  const unknown = [...merge, ...findFeatures(definition)].filter(({ feature }) => isMissing(feature));
  return [
    ...unreadable.map(({ what, since }) => finding('client-syntax', START, { what, since, version: client.version })),
    ...unknown.map(({ feature: { what, since }, at }) =>
      finding('client-feature', locateKey(at), { what, since, version: client.version }),
    ),
  ];
}

function findSyntax(text: string, hasDuplicates: boolean): Feature[] {
  const split = splitFrontmatter(text);
  const yaml = split.kind === 'split' ? split.frontmatter.text : '';
  return [
    ...(text.startsWith('\uFEFF') ? [SYNTAX.byteOrderMark] : []),
    ...(/^[A-Za-z_][\w-]*:[ \t]+(?!["'[{|>&])[^\n]*: /m.test(yaml) ? [SYNTAX.repairedYaml] : []),
    ...(/^ *\t/m.test(yaml) ? [SYNTAX.tabs] : []),
    ...(hasDuplicates ? [SYNTAX.duplicateKeys] : []),
  ];
}

interface Use {
  feature: Feature;
  at: ValuePath;
}

function findFeatures({ frontmatter }: AgentDefinition): Use[] {
  const { values } = frontmatter;
  const field = (name: string, feature: Feature, used = values[name] !== undefined): Use[] =>
    used ? [{ feature, at: [name] }] : [];
  const own = JSON.stringify(values.mcpServers ?? []);
  const servers = ['tools', 'disallowedTools'].filter((name) =>
    readNames(values[name], name).some((entry) => isServerPattern(entry.name, own)),
  );
  const { experimental } = values;
  return [
    ...servers.map((name) => ({ feature: FEATURES.serverPatterns, at: [name] })),
    ...field('memory', FEATURES.memory),
    ...field('initialPrompt', FEATURES.initialPrompt),
    ...field('omitClaudeMd', FEATURES.omitClaudeMd, String(values.omitClaudeMd) === 'true'),
    ...field('experimental', FEATURES.cacheTtl, isObject(experimental) && /1h/.test(JSON.stringify(experimental))),
    ...field('isolation', FEATURES.remoteIsolation, values.isolation === 'remote'),
    ...field('permissionMode', FEATURES.autoMode, values.permissionMode === 'auto'),
    ...field('permissionMode', FEATURES.manualMode, values.permissionMode === 'manual'),
    ...findHookFeatures(values.hooks),
  ];
}

/** A name that stands for all tools of a server; those of a server that the agent brings itself always work. */
function isServerPattern(name: string, own: string): boolean {
  const { name: tool, server } = readToolReference(name);
  if (!tool.startsWith('mcp__') || (server !== undefined && own.includes(`"${server}"`))) return false;
  const [, ...parts] = tool.slice('mcp__'.length).split('__');
  return parts.length === 0 || parts.join('__') === '*';
}

function findHookFeatures(hooks: unknown): Use[] {
  if (!isObject(hooks)) return [];
  return Object.entries(hooks).flatMap(([event, groups]) => {
    const own = EVENTS[event];
    const uses: Use[] = own ? [{ feature: own, at: ['hooks', event] }] : [];
    const list: unknown[] = Array.isArray(groups) ? groups : [];
    return [...uses, ...list.flatMap((group, index) => findGroupFeatures(group, ['hooks', event, index]))];
  });
}

const EVENTS: Record<string, Feature | undefined> = {
  PermissionRequest: FEATURES.permissionRequestHooks,
  PostToolBatch: FEATURES.toolBatchHooks,
};

function findGroupFeatures(group: unknown, at: ValuePath): Use[] {
  if (!isObject(group)) return [];
  const { matcher, hooks } = group;
  const entries: unknown[] = Array.isArray(hooks) ? hooks : [];
  const isList = typeof matcher === 'string' && /^[\w |,-]+$/.test(matcher) && /[ ,]/.test(matcher.trim());
  return [
    ...(isList ? [{ feature: FEATURES.matcherLists, at: [...at, 'matcher'] }] : []),
    ...entries.flatMap((entry, index): Use[] => {
      const below = [...at, 'hooks', index];
      if (!isObject(entry)) return [];
      return [
        ...(Array.isArray(entry.args) ? [{ feature: FEATURES.hookArgs, at: [...below, 'args'] }] : []),
        ...(entry.type === 'mcp_tool' ? [{ feature: FEATURES.mcpToolHooks, at: [...below, 'type'] }] : []),
      ];
    }),
  ];
}
