import path from 'node:path';
import { isObject } from '../../../is-object.js';
import { type JsonDocument, parseJsonDocument } from '../../../jsonc/document.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { readStrict } from '../json-file.js';

/** A marketplace's list of plugins: what keeps it from being added, and a plugin from being installed. */
export function checkMarketplace(text: string, context: CheckContext): Finding[] {
  const { document, findings } = readStrict(parseJsonDocument(text), 'plugin-json');
  if (!document) return findings;
  const { values, locate } = document;
  const wrong = (key: string, reason: string) => finding('plugin-json', locate([key]), { reason });
  const { name, owner, plugins } = isObject(values) ? values : {};
  const isNamed = typeof name === 'string' && name !== '' && !/\s/.test(name);
  const isOwned = isObject(owner) && typeof owner.name === 'string';
  return [
    ...findings,
    ...(isNamed ? [] : [wrong('name', `its "name" is ${describe(name)}, not a text without blanks`)]),
    ...(isOwned ? [] : [wrong('owner', `its "owner" is ${describe(owner)}, not an object with a "name"`)]),
    ...(Array.isArray(plugins) ? [] : [wrong('plugins', `its "plugins" is ${describe(plugins)}, not a list`)]),
    ...(Array.isArray(plugins) ? checkSources(plugins, readPluginRoot(values), document, context) : []),
  ];
}

/** Where plugins lie whose source is a bare name. */
function readPluginRoot(values: unknown): string | undefined {
  const metadata = isObject(values) ? values.metadata : undefined;
  return isObject(metadata) && typeof metadata.pluginRoot === 'string' ? metadata.pluginRoot : undefined;
}

function checkSources(
  plugins: readonly unknown[],
  pluginRoot: string | undefined,
  { locate }: JsonDocument,
  { access, layout }: CheckContext,
): Finding[] {
  return plugins.flatMap((plugin, index) => {
    const source = isObject(plugin) ? plugin.source : undefined;
    const report = (reason: string) => [finding('plugin-json', locate(['plugins', index, 'source']), { reason })];
    if (source === undefined) return report('a plugin has no "source"');
    if (typeof source !== 'string') return [];
    if (pluginRoot !== undefined && !source.includes('/')) {
      const own = path.join(layout.root, pluginRoot, source);
      return access.stat(own)?.kind === 'directory'
        ? []
        : report(`there is no folder ${describe(source)} in ${describe(pluginRoot)}`);
    }
    if (!source.startsWith('./')) return report(`the "source" ${describe(source)} does not start with "./"`);
    const exists = access.stat(path.join(layout.root, source))?.kind === 'directory';
    return exists ? [] : report(`there is no folder ${describe(source)}`);
  });
}
