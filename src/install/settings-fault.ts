import { LineMap } from '../definition/location.js';
import { inWords } from '../jsonc/document.js';
import { isBlank, type JsonNode, memberOf, parseJsonc, splitBom } from '../jsonc/tree.js';

/**
 * Why nothing can be put into a settings file, or taken out, without guessing: `line:column: reason`. Comments and
 * trailing commas are no fault, and neither is a file without any content.
 */
export function findFault(text: string, events: readonly string[]): string | undefined {
  const { body } = splitBom(text);
  const at = (offset: number) => {
    const { line, column } = new LineMap(body).locate(offset);
    return `${line}:${column}`;
  };
  if (isBlank(body)) return undefined;
  const { root, errors } = parseJsonc(body);
  const [error] = errors;
  if (error) return `${at(error.offset)}: it is not JSON: ${inWords(error.error)}`;
  const expected: [name: string, node: JsonNode | undefined, type: 'object' | 'array'][] = [
    ['the content', root, 'object'],
    ['"hooks"', memberOf(root, 'hooks'), 'object'],
    ...events.map((event): [string, JsonNode | undefined, 'array'] => [
      `"hooks.${event}"`,
      memberOf(memberOf(root, 'hooks'), event),
      'array',
    ]),
  ];
  const wrong = expected.find(([, node, type]) => node !== undefined && node.type !== type);
  if (!wrong?.[1]) return undefined;
  const [name, node, type] = wrong;
  return `${at(node.offset)}: ${name} must be an ${type}`;
}
