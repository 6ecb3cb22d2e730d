import { insertChild, removeChild } from '../../jsonc/edit.js';
import { endOf, isBlank, type JsonNode, memberOf, parseJsonc, splitBom } from '../../jsonc/tree.js';
import type { Made, RecordedEntry } from '../manifest.js';
import type { Entry } from './entry.js';
import { containerOf, isAbout, isExactly, type Place, placesOf, withoutUndefined } from './places.js';
import { groupOf, writeEntries } from './write-entries.js';

/** A text after an edit; undefined stands for a file that does not exist. */
type Text = string | undefined;

/**
 * Adds entries that are not there yet, each at the end of what holds them: a hook as a group of its own, a server under
 * its name. A text must have passed `findFault`.
 */
export function addEntries(text: Text, entries: readonly Entry[]): { text: Text; added: RecordedEntry[] } {
  if (text === undefined) return entries.length > 0 ? writeEntries(entries) : { text, added: [] };
  const { bom, body: original } = splitBom(text);
  let body = original;
  const added: RecordedEntry[] = [];
  for (const entry of entries) {
    const { root } = parseJsonc(body);
    if (placesOf(root, entry).some((at) => isExactly(at, entry))) continue;
    const result = addEntry(body, entry);
    body = result.text;
    added.push(result.added);
  }
  return { text: bom + body, added };
}

/**
 * Takes recorded entries out, with what they made as far as it holds nothing else; the text is undefined when that is
 * the file itself. With `edited` those go too that somebody wrote in another way.
 */
export function removeEntries(
  text: string,
  recorded: readonly RecordedEntry[],
  { edited = false }: { edited?: boolean } = {},
): { text: Text } {
  const { bom, body: original } = splitBom(text);
  let body = original;
  // In reverse, because an entry may lie in what an earlier one made.
  for (const entry of recorded.toReversed()) {
    body = removeEntry(body, entry, (at) => isExactly(at, entry) || (edited && isAbout(at, entry)));
    const [outer = '', ...inner] = containerOf(entry);
    if (entry.made.includes('list')) body = removeIfEmpty(body, [outer, ...inner]);
    if (entry.made.includes('key')) body = removeIfEmpty(body, [outer]);
    if (entry.made.includes('content')) body = removeIfEmpty(body, []);
    if (entry.made.includes('file') && isBlank(body)) return { text: undefined };
  }
  return { text: bom + body };
}

function addEntry(text: string, entry: Entry): { text: string; added: RecordedEntry } {
  const made: Made[] = [];
  let body = text;
  if (isBlank(body)) {
    made.push('content');
    body = `{}${body}`;
  }
  const { root } = parseJsonc(body);
  if (!root) throw new TypeError('A file without content was not given any.');
  const keys = containerOf(entry);
  const nodes = keys.map((_, depth) => keys.slice(0, depth + 1).reduce<JsonNode | undefined>(memberOf, root));
  if (!nodes[0]) made.push('key');
  if (keys.length > 1 && !nodes[1]) made.push('list');
  const position = entry.kind === 'hook' ? { position: nodes[1]?.children?.length ?? 0 } : {};
  const added = { ...entry, ...position, made } as RecordedEntry;
  const missing = nodes.indexOf(undefined);
  if (missing === -1) return { text: insertChild(body, root, nodes.at(-1) ?? root, childOf(entry)), added };
  const [key = '', ...inner] = keys.slice(missing);
  const value = inner.reduceRight<unknown>((content, name) => ({ [name]: content }), contentOf(entry));
  return { text: insertChild(body, root, nodes[missing - 1] ?? root, { key, value }), added };
}

/** The entry as a child of what holds it. */
function childOf(entry: Entry): { key?: string; value: unknown } {
  if (entry.kind === 'server') return { key: entry.name, value: withoutUndefined(entry.server) };
  return { value: groupOf(entry) };
}

/** What holds the entry, with nothing else in it. */
function contentOf(entry: Entry): unknown {
  const { key, value } = childOf(entry);
  return key === undefined ? [value] : { [key]: value };
}

/** Takes out what is ours; a group of hooks goes with its only one. */
function removeEntry(text: string, entry: Entry, isOurs: (at: Place) => boolean): string {
  const { root } = parseJsonc(text);
  const found = placesOf(root, entry).find(isOurs);
  if (!root || !found) return text;
  const goesAlone = entry.kind === 'hook' && found.value.parent?.children?.length !== 1;
  return removeEntry(removeChild(text, root, goesAlone ? found.value : found.around), entry, isOurs);
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
