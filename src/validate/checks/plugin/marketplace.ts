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
    ...(Array.isArray(plugins) ? checkSources(plugins, document, context) : []),
  ];
}

function checkSources(
  plugins: readonly unknown[],
  { locate }: JsonDocument,
  { access, layout }: CheckContext,
): Finding[] {
  return plugins.flatMap((plugin, index) => {
    const source = isObject(plugin) ? plugin.source : undefined;
    const report = (reason: string) => [finding('plugin-json', locate(['plugins', index, 'source']), { reason })];
    if (source === undefined) return report('a plugin has no "source"');
    if (typeof source !== 'string') return [];
    if (!source.startsWith('./')) return report(`the "source" ${describe(source)} does not start with "./"`);
    const exists = access.stat(path.join(layout.root, source))?.kind === 'directory';
    return exists ? [] : report(`there is no folder ${describe(source)}`);
  });
}
