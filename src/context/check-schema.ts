/** The part of JSON Schema (2020-12) that the schemas of the context files use. */
export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
}

/** Finds the first place where data breaks a schema, as a path of keys with dots between them; undefined when it fits. */
export function findMisfit(schema: JsonSchema, data: unknown): string | undefined {
  const path = findPath(schema, data);
  return path && (path.join('.') || '(the whole file)');
}

/** Nothing is put together before there is something to say: nearly all files fit. */
function findPath(schema: JsonSchema, data: unknown): string[] | undefined {
  const type = typeOf(data);
  if (schema.type !== undefined && !isOneOf(schema.type, type)) return [];
  if (schema.const !== undefined && schema.const !== data) return [];
  if (schema.enum !== undefined && !schema.enum.includes(data)) return [];
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices && !choices.some((choice) => findPath(choice, data) === undefined)) return [];
  if (type === 'array') return schema.items && findInList(schema.items, data as unknown[]);
  return type === 'object' ? findInObject(schema, data as Record<string, unknown>) : undefined;
}

function findInList(items: JsonSchema, list: readonly unknown[]): string[] | undefined {
  for (let at = 0; at < list.length; at += 1) {
    const path = findPath(items, list[at]);
    if (path) return [String(at), ...path];
  }
  return undefined;
}

function findInObject(
  { required, properties, additionalProperties }: JsonSchema,
  object: Record<string, unknown>,
): string[] | undefined {
  if (required) for (const key of required) if (!Object.hasOwn(object, key)) return [key];
  for (const key of Object.keys(object)) {
    const schema = properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    const value = object[key];
    if (typeof schema !== 'object' || (typeof value === 'string' && isAnyText(schema))) continue;
    const path = findPath(schema, value);
    if (path) return [key, ...path];
  }
  return undefined;
}

/** As most values are described; a hook that starts has hundreds of them to check, and its code is not compiled yet. */
function isAnyText(schema: JsonSchema): boolean {
  for (const key in schema) if (key !== 'type') return false;
  return schema.type === 'string';
}

function isOneOf(types: string | string[], type: string): boolean {
  return typeof types === 'string' ? types === type : types.includes(type);
}

function typeOf(data: unknown): string {
  if (typeof data !== 'object') return typeof data;
  return data === null ? 'null' : Array.isArray(data) ? 'array' : 'object';
}
