/** What the router knows of language: groups of terms, each with a weight. It is data, and the user's to edit. */
export interface RoutingTable {
  /** A prompt is routed when its score reaches this. */
  threshold: number;
  /** Weight of a keyword of the definition's Auto Mode that no group stands for. */
  keywordWeight: number;
  groups: RoutingGroup[];
}

export interface RoutingGroup {
  name: string;
  /** What the group's first term adds to the score; below zero it speaks against the agent. */
  weight: number;
  /**
   * The keywords of Auto Mode that the terms stand for: without any of them there, the group does not count. A group without
   * this always counts, and its terms are not named to the model.
   */
  for?: string[];
  /** The terms, each on a line of its own; see `compileTerm` for how one is written. */
  lines: string;
}

/** Thrown for a table that cannot be used; the message says where, what is allowed and what was found. */
export class RoutingTableError extends Error {}

const TABLE_KEYS = ['threshold', 'keywordWeight', 'groups'];
const GROUP_KEYS = ['name', 'weight', 'for', 'terms'];

/**
 * Reads a table from JSON. Written without a schema library, because a hook reads it at every prompt.
 * @throws {RoutingTableError} when the text is no JSON, or no table
 */
export function parseRoutingTable(text: string): RoutingTable {
  // What stands between words does not matter, and each term is a line. JSON can only escape a line break.
  const onLines = text.includes('\\') ? (term: string) => term.replace(/\s+/g, ' ') : undefined;
  const table = object(parseJson(text), 'the table', TABLE_KEYS);
  const threshold = number(table.threshold, 'threshold');
  if (threshold <= 0) fail('threshold', 'a number above 0', threshold);
  const keywordWeight = number(table.keywordWeight, 'keywordWeight');
  return {
    threshold,
    keywordWeight,
    groups: list(table.groups, 'groups').map((group, index) => readGroup(group, index, onLines)),
  };
}

function readGroup(value: unknown, index: number, onLines?: (term: string) => string): RoutingGroup {
  const where = (key: string) => `groups[${index}].${key}`;
  const group = object(value, `groups[${index}]`, GROUP_KEYS);
  return {
    name: string(group.name, where('name')),
    weight: number(group.weight, where('weight')),
    ...(group.for === undefined ? {} : { for: texts(group.for, where('for')) }),
    lines: (onLines ? texts(group.terms, where('terms')).map(onLines) : texts(group.terms, where('terms'))).join('\n'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new RoutingTableError(`it is not JSON: ${(error as Error).message}`);
  }
}

function object(value: unknown, where: string, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(where, 'an object', value);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new RoutingTableError(`${where} has the key "${unknown}"; allowed are ${keys.join(', ')}`);
  }
  return value as Record<string, unknown>;
}

function list(value: unknown, where: string): unknown[] {
  return Array.isArray(value) ? value : fail(where, 'a list', value);
}

/** There are two thousand terms: where one of them stands is put together only for one that is none. */
function texts(value: unknown, where: string): string[] {
  const found = list(value, where);
  const at = found.findIndex((text) => typeof text !== 'string' || text.trim() === '');
  return at === -1 ? (found as string[]) : fail(`${where}[${at}]`, 'a text', found[at]);
}

function string(value: unknown, where: string): string {
  return isText(value) ? value : fail(where, 'a text', value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function number(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fail(where, 'a number', value);
}

function fail(where: string, allowed: string, found: unknown): never {
  const what = found === undefined ? 'is missing' : `is ${JSON.stringify(found)}`;
  throw new RoutingTableError(`${where} must be ${allowed}, but ${what}`);
}
