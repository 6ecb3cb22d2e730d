import { LineMap } from '../../definition/location.js';
import { inWords } from '../../jsonc/document.js';
import { findDepth } from '../../jsonc/scan.js';
import { isBlank, type JsonNode, memberOf, parseJsonc, splitBom } from '../../jsonc/tree.js';
import type { Entry } from './entry.js';
import { containerOf } from './places.js';

/** Deeper files are no configuration, and every parser recurses. */
export const MAX_DEPTH = 200;

/**
 * Why entries cannot be put into a file, or taken out, without guessing: `line:column: reason`. Comments and trailing
 * commas are no fault, and neither is a file without any content.
 */
export function findFault(text: string, entries: readonly Entry[]): string | undefined {
  const { body } = splitBom(text);
  const at = (offset: number) => {
    const { line, column } = new LineMap(body).locate(offset);
    return `${line}:${column}`;
  };
  if (isBlank(body)) return undefined;
  const deep = findDepth(body, MAX_DEPTH);
  if (deep !== undefined) return `${at(deep)}: it is nested over ${MAX_DEPTH} levels`;
  const { root, errors } = parseJsonc(body);
  const [error] = errors;
  if (error) return `${at(error.offset)}: it is not JSON: ${inWords(error.error)}`;
  const wrong = expectedTypes(root, entries).find(({ node, type }) => node !== undefined && node.type !== type);
  return wrong?.node ? `${at(wrong.node.offset)}: ${wrong.name} must be an ${wrong.type}` : undefined;
}

interface Expected {
  name: string;
  node: JsonNode | undefined;
  type: 'object' | 'array';
}

function expectedTypes(root: JsonNode | undefined, entries: readonly Entry[]): Expected[] {
  const containers = entries.flatMap((entry) => {
    const keys = containerOf(entry);
    return keys.map((_, depth): Expected => {
      const path = keys.slice(0, depth + 1);
      const node = path.reduce<JsonNode | undefined>(memberOf, root);
      return { name: `"${path.join('.')}"`, node, type: depth === 1 ? 'array' : 'object' };
    });
  });
  return [{ name: 'the content', node: root, type: 'object' }, ...containers];
}
