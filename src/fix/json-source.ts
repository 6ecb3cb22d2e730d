import { parseJsonDocument } from '../jsonc/document.js';
import { layoutOf } from '../jsonc/layout.js';
import { elementsOf, endOf, type JsonNode, memberOf, parseJsonc, splitBom } from '../jsonc/tree.js';
import type { SourceDocument, SourceNode, Span } from './source-document.js';

/** A JSON file, with comments or without, its nodes by their offsets in the file. */
export function readJsonSource(text: string): SourceDocument | undefined {
  const parsed = parseJsonDocument(text);
  if (parsed.kind !== 'parsed') return undefined;
  const { bom, body } = splitBom(text);
  const { root } = parseJsonc(body);
  if (!root) return undefined;
  return {
    text,
    values: parsed.document.values,
    positions: parsed.document,
    layout: layoutOf(body, root),
    find(path) {
      const node = path.reduce<JsonNode | undefined>(
        (parent, step) => (typeof step === 'number' ? elementsOf(parent)[step] : memberOf(parent, step)),
        root,
      );
      return node && toSourceNode(node, bom.length);
    },
  };
}

function toSourceNode(node: JsonNode, shift: number): SourceNode {
  const span = (child: JsonNode): Span => ({ start: child.offset + shift, end: endOf(child) + shift });
  const properties = node.type === 'object' ? (node.children ?? []) : [];
  return {
    ...span(node),
    style: 'json',
    pairs: properties.map((property) => ({ key: String(property.children?.[0]?.value), ...span(property) })),
    items: elementsOf(node).map((item) => ({ ...span(item), anchored: false })),
  };
}
