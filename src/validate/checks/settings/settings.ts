import { isObject } from '../../../is-object.js';
import { type JsonDocument, parseJsonDocument } from '../../../jsonc/document.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { checkHookTable } from '../hooks/entries.js';
import { readStrict } from '../json-file.js';
import { checkPermissions } from './permissions.js';
import { checkValues } from './values.js';

/** A settings file: what keeps the client from applying any of it, its hooks and its permissions. */
export function checkSettings(text: string, context: CheckContext): Finding[] {
  const { document, findings } = readStrict(parseJsonDocument(text), 'settings-json');
  if (!document) return findings;
  const { values, locate, locateKey } = document;
  if (!isObject(values)) {
    return [...findings, finding('settings-json', locate([]), { reason: `it is ${describe(values)}, not an object` })];
  }
  const off = values.disableAllHooks === true;
  return [
    ...findings,
    ...checkValues(values, document),
    ...(off ? [finding('settings-hooks-disabled', locateKey(['disableAllHooks']), {})] : []),
    ...checkHooksKey(values.hooks, document, context),
    ...checkPermissions(values.permissions, document, context),
  ];
}

/** A plugin's `hooks/hooks.json`, which holds the same table. */
export function checkPluginHooks(text: string, context: CheckContext): Finding[] {
  const { document, findings } = readStrict(parseJsonDocument(text), 'plugin-json');
  if (!document) return findings;
  const { values, locate } = document;
  const bom = text.startsWith('\uFEFF') ? [finding('plugin-json', locate([]), { reason: 'it starts with a BOM' })] : [];
  if (!isObject(values) || (values.hooks === undefined && values.modules === undefined)) {
    return [...findings, ...bom, finding('plugin-json', locate([]), { reason: 'it has no object "hooks"' })];
  }
  return [...findings, ...bom, ...checkHooksKey(values.hooks, document, context)];
}

function checkHooksKey(hooks: unknown, document: JsonDocument, context: CheckContext): Finding[] {
  if (hooks === undefined) return [];
  if (isObject(hooks)) {
    return checkHookTable({ values: hooks, at: ['hooks'], positions: document, scope: 'session' }, context);
  }
  const location = document.locate(['hooks']);
  // Guards may be among the entries of a list, so that the client applies nothing beside it.
  const guards = Array.isArray(hooks) && hooks.some(isObject);
  const isPlugin = context.layout.kind === 'plugin';
  return [
    ...(guards ? [finding('settings-guard-malformed', location, { event: 'hooks', isPlugin })] : []),
    finding('settings-hooks', location, { found: describe(hooks) }),
  ];
}
