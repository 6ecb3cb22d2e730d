import { insertChild, removeChild } from '../jsonc/edit.js';
import { endOf, isBlank, type JsonNode, memberOf, parseJsonc, splitBom } from '../jsonc/tree.js';
import type { Made, Registration } from './manifest.js';
import type { SessionHook } from './session-hooks.js';
import { type HookPlace, hooksOf, isExactly, runsScriptOf } from './settings-tree.js';

/** An entry as it was added. */
export type AddedHook = Omit<Registration, 'file'>;

/**
 * Adds entries that are not there yet, each as a group of its own at the end of its event's list. `undefined` stands
 * for a file that does not exist; a text must have passed `findFault`.
 */
export function mergeHooks(
  text: string | undefined,
  entries: readonly SessionHook[],
): { text: string | undefined; added: AddedHook[] } {
  const { bom, body: original } = splitBom(text ?? '');
  let body = text === undefined ? text : original;
  const added: AddedHook[] = [];
  for (const entry of entries) {
    const isThere =
      body !== undefined && hooksOf(parseJsonc(body).root, entry.event).some((at) => isExactly(at, entry));
    if (isThere) continue;
    const result = addHook(body, entry);
    body = result.text;
    added.push(result.added);
  }
  return { text: body === undefined ? undefined : bom + body, added };
}

/**
 * Takes recorded entries out, with what they made as far as it holds nothing else; the text is undefined when that is
 * the file itself. With `edited` hooks go too that run the script of an entry in another way.
 */
export function removeHooks(
  text: string,
  recorded: readonly AddedHook[],
  { edited = false }: { edited?: boolean } = {},
): { text: string | undefined } {
  const { bom, body: original } = splitBom(text);
  let body = original;
  // In reverse, because an entry may lie in what an earlier one made.
  for (const entry of recorded.toReversed()) {
    body = removeHook(body, entry.event, (at) => isExactly(at, entry) || (edited && runsScriptOf(at, entry)));
    if (entry.made.includes('event')) body = removeIfEmpty(body, ['hooks', entry.event]);
    if (entry.made.includes('hooks')) body = removeIfEmpty(body, ['hooks']);
    if (entry.made.includes('content')) body = removeIfEmpty(body, []);
    if (entry.made.includes('file') && isBlank(body)) return { text: undefined };
  }
  return { text: bom + body };
}

function addHook(text: string | undefined, { event, matcher, hook }: SessionHook): { text: string; added: AddedHook } {
  const made: Made[] = [];
  let body = text ?? '\n';
  if (text === undefined) made.push('file');
  if (isBlank(body)) {
    made.push('content');
    body = `{}${body}`;
  }
  const { root } = parseJsonc(body);
  if (!root) throw new TypeError('A settings file without content was not given any.');
  const hooks = memberOf(root, 'hooks');
  const list = memberOf(hooks, event);
  if (!hooks) made.push('hooks');
  if (!list) made.push('event');
  const group = { ...(matcher === undefined ? {} : { matcher }), hooks: [hook] };
  const added: AddedHook = {
    event,
    ...(matcher === undefined ? {} : { matcher }),
    hook,
    position: list?.children?.length ?? 0,
    made,
  };
  if (list) return { text: insertChild(body, root, list, { value: group }), added };
  if (hooks) return { text: insertChild(body, root, hooks, { key: event, value: [group] }), added };
  return { text: insertChild(body, root, root, { key: 'hooks', value: { [event]: [group] } }), added };
}

/** Takes out the hooks of an event that are ours; a group goes with its only hook. */
function removeHook(text: string, event: string, isOurs: (at: HookPlace) => boolean): string {
  const { root } = parseJsonc(text);
  const found = hooksOf(root, event).find(isOurs);
  if (!root || !found) return text;
  const isAlone = found.hook.parent?.children?.length === 1;
  return removeHook(removeChild(text, root, isAlone ? found.group : found.hook), event, isOurs);
}

function removeIfEmpty(text: string, path: readonly string[]): string {
  const { root } = parseJsonc(text);
  const node = path.reduce<JsonNode | undefined>(memberOf, root);
  // A comment in it is something that it holds.
  if (!root || !node || !isBlank(text.slice(node.offset + 1, endOf(node) - 1))) return text;
  if (node.parent) return removeChild(text, root, node.parent);
  const around = text.slice(0, root.offset) + text.slice(endOf(root));
  return isBlank(around) ? around : text;
}
