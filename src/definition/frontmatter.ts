import { type Document, isAlias, isMap, isNode, isSeq, type Node } from 'yaml';
import type { LineMap, Location } from './location.js';
import type { Slice } from './split.js';
import { readYaml, type YamlText } from './yaml-text.js';

/** Bounds what aliases may expand to, so that a small file cannot fill the memory. */
const MAX_ALIASES = 100;

export type YamlPath = readonly (string | number)[];

/** Frontmatter as the client reads it: plain values, and where each stands in the file. */
export interface Frontmatter {
  /** The mapping's values; `{}` when the frontmatter holds no mapping. */
  values: Record<string, unknown>;
  keys: string[];
  /** Keys that stand more than once; the last one counts. */
  duplicates: { key: string; location: Location }[];
  /** Where the value at a path starts; a missing one is located at its nearest parent that exists, at last the fence. */
  locate(path: YamlPath): Location;
  /** Where a word stands within the text at a path, such as one name of a list with commas. */
  locateWord(path: YamlPath, word: string): Location;
  /** Where the key at a path starts, located like a value when there is no such key. */
  locateKey(path: YamlPath): Location;
}

export type ParsedFrontmatter =
  | { kind: 'parsed'; frontmatter: Frontmatter }
  | { kind: 'invalid'; reason: string; location: Location };

/** Gives frontmatter its meaning, as the client does. */
export function parseFrontmatter(slice: Slice, lines: LineMap): ParsedFrontmatter {
  const yaml = readYaml(slice.text);
  const [error] = yaml.document.errors;
  if (error) {
    const offset = Math.min(error.pos[0], Math.max(0, slice.text.trimEnd().length - 1));
    return { kind: 'invalid', reason: firstLine(error.message), location: lines.locate(slice.offset + offset) };
  }
  try {
    const values: unknown = yaml.document.toJS({ maxAliasCount: MAX_ALIASES });
    return { kind: 'parsed', frontmatter: readDocument(yaml, values, slice, lines) };
  } catch (cause) {
    const reason = cause instanceof Error ? firstLine(cause.message) : String(cause);
    return { kind: 'invalid', reason, location: lines.locate(slice.offset) };
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function readDocument({ document, toSource }: YamlText, values: unknown, slice: Slice, lines: LineMap): Frontmatter {
  const root = document.contents;
  const sourceOffset = (node: Node) => Math.min(toSource(node.range?.[0] ?? 0), slice.text.length);
  const at = (node: Node, within = 0) => lines.locate(slice.offset + sourceOffset(node) + within);
  const fence: Location = { line: 1, column: 1 };
  const pairs = isMap(root) ? root.items : [];
  const names = pairs.map((pair) => keyName(pair.key));
  const locate = (path: YamlPath): Location => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = nodeAt(document, path.slice(0, length));
      if (node) return at(node);
    }
    return fence;
  };
  return {
    values: isMap(root) ? (values as Record<string, unknown>) : {},
    keys: [...new Set(names)],
    duplicates: pairs.flatMap((pair, index) =>
      names.indexOf(names[index] ?? '') < index && isNode(pair.key)
        ? [{ key: names[index] ?? '', location: at(pair.key) }]
        : [],
    ),
    locate,
    locateWord(path, word) {
      const node = nodeAt(document, path);
      if (!node) return locate(path);
      const end = toSource(node.range?.[1] ?? 0);
      return at(node, Math.max(0, findWord(slice.text.slice(sourceOffset(node), end), word)));
    },
    locateKey(path) {
      const key = path.at(-1);
      const parent = path.length > 1 ? nodeAt(document, path.slice(0, -1)) : root;
      const pair = isMap(parent) ? parent.items.findLast((item) => keyName(item.key) === key) : undefined;
      return isNode(pair?.key) ? at(pair.key) : locate(path);
    },
  };
}

function nodeAt(document: Document.Parsed, path: YamlPath): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    const parent: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(parent)) node = parent.items.findLast((item) => keyName(item.key) === step)?.value;
    else if (isSeq(parent) && typeof step === 'number') node = parent.items[step];
    else return undefined;
  }
  return isNode(node) && node.range ? node : undefined;
}

function keyName(key: unknown): string {
  return String(isNode(key) && 'value' in key ? key.value : key);
}

function findWord(text: string, word: string): number {
  const isPart = (character: string | undefined) => character !== undefined && /[\w-]/.test(character);
  let at = text.indexOf(word);
  while (at !== -1 && (isPart(text[at - 1]) || isPart(text[at + word.length]))) at = text.indexOf(word, at + 1);
  return at;
}
