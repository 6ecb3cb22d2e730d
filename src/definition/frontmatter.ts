import { type Document, isAlias, isMap, isNode, isSeq, type Node } from 'yaml';
import { findWord } from './find-word.js';
import { LateLocation, type LineMap, type Location, type Positions, type ValuePath } from './location.js';
import { pathKey, placePlainYaml, readPlainYaml } from './plain-yaml.js';
import type { Slice } from './split.js';
import { readYaml, type YamlText } from './yaml-text.js';

/** Frontmatter as the client reads it: plain values, and where each stands in the file. */
export interface Frontmatter extends Positions {
  /** The mapping's values; `{}` when the frontmatter holds no mapping. */
  values: Record<string, unknown>;
  keys: string[];
  /** Keys that stand more than once; the last one counts. */
  duplicates: { key: string; location: Location }[];
}

export type ParsedFrontmatter =
  | { kind: 'parsed'; frontmatter: Frontmatter }
  | { kind: 'invalid'; reason: string; location: Location };

/**
 * Gives frontmatter its meaning, as the client does. Most of it is written plainly, and then the YAML parser is asked only
 * for the places of what there is something to say about.
 */
export function parseFrontmatter(slice: Slice, lines: LineMap): ParsedFrontmatter {
  const values = readPlainYaml(slice.text);
  return values ? { kind: 'parsed', frontmatter: placeLater(values, slice, lines) } : parseFully(slice, lines);
}

function placeLater(values: Record<string, unknown>, slice: Slice, lines: LineMap): Frontmatter {
  let known: Positions | undefined;
  const places = (): Positions => {
    known ??= readPlaces(slice, lines) ?? readDocument(readYaml(slice.text), slice, lines);
    return known;
  };
  return {
    values,
    keys: Object.keys(values),
    duplicates: [],
    locate: (path) => new LateLocation(() => places().locate(path)),
    locateWord: (path, word, from) => new LateLocation(() => places().locateWord(path, word, from)),
    locateKey: (path) => new LateLocation(() => places().locateKey(path)),
  };
}

/** The places of what is written plainly; undefined where the YAML parser has to be asked for them. */
function readPlaces({ text, offset }: Slice, lines: LineMap): Positions | undefined {
  const places = placePlainYaml(text);
  if (!places) return undefined;
  const at = (within: number) => lines.locate(offset + within);
  const locate = (path: ValuePath): Location => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get(pathKey(path.slice(0, length)));
      if (place) return at(place.start);
    }
    return FENCE;
  };
  return {
    locate,
    locateWord(path, word, from) {
      const place = places.get(pathKey(path));
      if (!place) return locate(path);
      return at(place.start + Math.max(0, findWord(text.slice(place.start, place.end), word, from)));
    },
    locateKey(path) {
      const key = places.get(pathKey(path))?.key;
      return key === undefined ? locate(path) : at(key);
    },
  };
}

const FENCE: Location = { line: 1, column: 1 };

/** As `parseFrontmatter`, by the YAML parser alone. */
export function parseFully(slice: Slice, lines: LineMap): ParsedFrontmatter {
  const yaml = readYaml(slice.text);
  if (yaml.error) {
    const offset = Math.min(yaml.error.offset, Math.max(0, slice.text.trimEnd().length - 1));
    return { kind: 'invalid', reason: yaml.error.reason, location: lines.locate(slice.offset + offset) };
  }
  return { kind: 'parsed', frontmatter: readDocument(yaml, slice, lines) };
}

function readDocument({ document, values, toSource }: YamlText, slice: Slice, lines: LineMap): Frontmatter {
  const root = document.contents;
  const sourceOffset = (node: Node) => Math.min(toSource(node.range?.[0] ?? 0), slice.text.length);
  const at = (node: Node, within = 0) => lines.locate(slice.offset + sourceOffset(node) + within);
  const pairs = new Map<string, Node>();
  const duplicates: Frontmatter['duplicates'] = [];
  for (const { key } of isMap(root) ? root.items : []) {
    if (!isNode(key)) continue;
    const name = keyName(key);
    if (pairs.has(name)) duplicates.push({ key: name, location: at(key) });
    pairs.set(name, key);
  }
  const locate = (path: ValuePath): Location => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = nodeAt(document, path.slice(0, length));
      if (node) return at(node);
    }
    return FENCE;
  };
  return {
    values: isMap(root) ? (values as Record<string, unknown>) : {},
    keys: isMap(root) ? Object.keys(values as object) : [],
    duplicates,
    locate,
    locateWord(path, word, from) {
      const node = nodeAt(document, path);
      if (!node) return locate(path);
      const end = toSource(node.range?.[1] ?? 0);
      return at(node, Math.max(0, findWord(slice.text.slice(sourceOffset(node), end), word, from)));
    },
    locateKey(path) {
      const [key, ...rest] = [...path].reverse();
      if (rest.length === 0) {
        const node = pairs.get(String(key));
        return node ? at(node) : locate(path);
      }
      const parent = nodeAt(document, rest.reverse());
      const pair = isMap(parent) ? parent.items.findLast((item) => keyName(item.key) === key) : undefined;
      return isNode(pair?.key) ? at(pair.key) : locate(path);
    },
  };
}

function nodeAt(document: Document.Parsed, path: ValuePath): Node | undefined {
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
