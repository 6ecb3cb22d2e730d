import { printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import { findWord } from '../definition/find-word.js';
import { LineMap, type Location, type Positions, type ValuePath } from '../definition/location.js';
import { findDepth, findLax } from './scan.js';
import { endOf, type JsonNode, memberOf, parseJsonc, splitBom, toData } from './tree.js';

/** A JSON file with the place of everything in it. */
export interface JsonDocument extends Positions {
  values: unknown;
  /** Keys that stand more than once in one object; the last one counts. */
  duplicates: { key: string; location: Location }[];
  /** Where the first comment or trailing comma stands, which strict parsers refuse. */
  lax?: { reason: string; location: Location };
}

export type ParsedJson =
  | { kind: 'parsed'; document: JsonDocument }
  | { kind: 'blank' }
  | { kind: 'invalid'; reason: string; location: Location };

/** Deeper files are refused: no configuration is, and every parser recurses. */
const MAX_DEPTH = 200;

/** Parses JSON, and JSON with comments and trailing commas, which it says. Never throws. */
export function parseJsonDocument(text: string): ParsedJson {
  const { bom, body } = splitBom(text);
  const lines = new LineMap(text);
  const at = (offset: number) => lines.locate(Math.min(bom.length + offset, Math.max(0, text.length - 1)));
  if (body.trim() === '') return { kind: 'blank' };
  const deep = findDepth(body, MAX_DEPTH);
  if (deep !== undefined) return { kind: 'invalid', reason: `nested over ${MAX_DEPTH} levels`, location: at(deep) };
  const { root, errors } = tryParse(body);
  const [error] = errors;
  if (error) return { kind: 'invalid', reason: inWords(error.error), location: at(error.offset) };
  if (!root) return { kind: 'invalid', reason: 'value expected', location: at(0) };
  const lax = findLax(body);
  return {
    kind: 'parsed',
    document: {
      values: toData(root),
      duplicates: findDuplicates(root).map(({ key, offset }) => ({ key, location: at(offset) })),
      ...(lax ? { lax: { reason: lax.reason, location: at(lax.offset) } } : {}),
      locate: (path) => at(nearestNode(root, path).offset),
      locateWord(path, word, from) {
        const node = nearestNode(root, path);
        return at(node.offset + Math.max(0, findWord(body.slice(node.offset, endOf(node)), word, from)));
      },
      locateKey(path) {
        const node = nearestNode(root, path);
        return at((node.parent?.type === 'property' ? node.parent : node).offset);
      },
    },
  };
}

/** What the parser cannot recurse into is no configuration. */
function tryParse(body: string): ReturnType<typeof parseJsonc> {
  try {
    return parseJsonc(body);
  } catch (error) {
    if (error instanceof RangeError) return { root: undefined, errors: [] };
    throw error;
  }
}

/** `CommaExpected` as "comma expected". */
export function inWords(code: number): string {
  return printParseErrorCode(code)
    .replace(/\B[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

function nearestNode(root: JsonNode, path: ValuePath): JsonNode {
  let node = root;
  for (const step of path) {
    const next = typeof step === 'string' ? memberOf(node, step) : elementAt(node, step);
    if (!next) break;
    node = next;
  }
  return node;
}

function elementAt(node: JsonNode, index: number): JsonNode | undefined {
  return node.type === 'array' ? node.children?.[index] : undefined;
}

function findDuplicates(node: JsonNode): { key: string; offset: number }[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child) => {
    const below = findDuplicates(child);
    const key = child.type === 'property' ? String(child.children?.[0]?.value) : undefined;
    if (key === undefined) return below;
    const again = seen.has(key) ? [{ key, offset: child.offset }] : [];
    seen.add(key);
    return [...again, ...below];
  });
}
