// The package's main file is UMD, whose inner `require` calls esbuild leaves in the bundle.
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';

export type JsonNode = Node;

const BOM = '\uFEFF';

/** A text without the byte order mark that editors on Windows put before it. */
export function splitBom(text: string): { bom: string; body: string } {
  return text.startsWith(BOM) ? { bom: BOM, body: text.slice(BOM.length) } : { bom: '', body: text };
}

/** Whether there is nothing but what JSON takes for blanks. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

interface ParsedTree {
  root: JsonNode | undefined;
  errors: readonly ParseError[];
}

/** The last one that was parsed: one file is asked for each of its entries. */
let last: { text: string; parsed: ParsedTree } | undefined;

/** Parses JSON that may have comments and trailing commas, with the offset of everything in it. */
export function parseJsonc(text: string): ParsedTree {
  if (last?.text === text) return last.parsed;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  last = { text, parsed: { root, errors } };
  return last.parsed;
}

/** The value of a key; of a key that is there twice the last one, as every JSON parser has it. */
export function memberOf(object: JsonNode | undefined, key: string): JsonNode | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

/** The elements of an array; none where there is no array. */
export function elementsOf(array: JsonNode | undefined): readonly JsonNode[] {
  return array?.type === 'array' ? (array.children ?? []) : [];
}

/** The node as plain data. */
export function toData(node: JsonNode): unknown {
  // The parser's objects have no prototype, which a strict comparison takes for a difference.
  return withPrototypes(getNodeValue(node));
}

function withPrototypes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPrototypes);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPrototypes(inner)]));
}

export function endOf(node: JsonNode): number {
  return node.offset + node.length;
}
