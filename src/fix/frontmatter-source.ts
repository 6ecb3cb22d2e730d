import { type Document, isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import { parseFrontmatter } from '../definition/frontmatter.js';
import { LineMap, type ValuePath } from '../definition/location.js';
import { splitFrontmatter } from '../definition/split.js';
import { readYaml } from '../definition/yaml-text.js';
import type { SourceDocument, SourceNode, Span } from './source-document.js';

/** The frontmatter of a Markdown file, its nodes by their offsets in the file. */
export function readFrontmatterSource(text: string): SourceDocument | undefined {
  const split = splitFrontmatter(text);
  if (split.kind !== 'split') return undefined;
  const { frontmatter: slice } = split;
  const parsed = parseFrontmatter(slice, new LineMap(text));
  if (parsed.kind === 'invalid') return undefined;
  const { document, toSource } = readYaml(slice.text);
  const toText = (offset: number) => slice.offset + Math.min(toSource(offset), slice.text.length);
  return {
    text,
    values: parsed.frontmatter.values,
    positions: parsed.frontmatter,
    layout: { lineBreak: slice.text.includes('\r\n') ? '\r\n' : '\n', unit: '  ' },
    find(path) {
      const node = findNode(document, path);
      return node && toSourceNode(node, (span) => trimEnd(text, { start: toText(span.start), end: toText(span.end) }));
    },
  };
}

function findNode(document: Document.Parsed, path: ValuePath): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) node = node.items.findLast(({ key }) => keyName(key) === step)?.value;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else return undefined;
    if (isAlias(node)) node = node.resolve(document);
  }
  return isNode(node) && node.range ? node : undefined;
}

function toSourceNode(node: Node, place: (span: Span) => Span): SourceNode {
  const style = isCollection(node) && !node.flow ? 'block' : 'flow';
  const pairs = isMap(node) ? node.items : [];
  const items: unknown[] = isSeq(node) ? node.items : [];
  return {
    ...place(spanOf(node)),
    style,
    pairs: pairs.flatMap(({ key, value }) => {
      if (!isNode(key)) return [];
      const { start, end } = spanOf(key);
      return [{ key: keyName(key), ...place({ start, end: isNode(value) ? spanOf(value).end : end }) }];
    }),
    items: items.flatMap((item) =>
      isNode(item) ? [{ ...place(spanOf(item)), anchored: !isAlias(item) && item.anchor !== undefined }] : [],
    ),
  };
}

/** Without the comments behind it, which the parser takes for a part of a collection in block style. */
function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  if (!isCollection(node) || node.flow) return { start, end };
  const last = node.items.at(-1);
  const inner = isPair(last) ? [last.value, last.key].find(isNode) : last;
  return { start, end: isNode(inner) ? spanOf(inner).end : end };
}

function trimEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function keyName(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
