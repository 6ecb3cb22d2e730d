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
export function findMisfit(schema: JsonSchema, data: unknown, at = ''): string | undefined {
  const here = at || '(the whole file)';
  if (schema.type !== undefined && !isOneOf(schema.type, typeOf(data))) return here;
  if (schema.const !== undefined && schema.const !== data) return here;
  if (schema.enum !== undefined && !schema.enum.includes(data)) return here;
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices && !choices.some((choice) => findMisfit(choice, data, at) === undefined)) return here;
  if (Array.isArray(data) && schema.items) return findFirst(Object.entries(data), () => schema.items, at);
  if (typeOf(data) !== 'object') return undefined;
  const object = data as Record<string, unknown>;
  const missing = schema.required?.find((key) => !Object.hasOwn(object, key));
  if (missing !== undefined) return join(at, missing);
  return findFirst(
    Object.entries(object),
    (key) =>
      schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : schema.additionalProperties,
    at,
  );
}

function findFirst(
  entries: [string, unknown][],
  schemaOf: (key: string) => JsonSchema | boolean | undefined,
  at: string,
): string | undefined {
  for (const [key, value] of entries) {
    const schema = schemaOf(key);
    const misfit = typeof schema === 'object' ? findMisfit(schema, value, join(at, key)) : undefined;
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function join(at: string, key: string): string {
  return at ? `${at}.${key}` : key;
}

function isOneOf(types: string | string[], type: string): boolean {
  return typeof types === 'string' ? types === type : types.includes(type);
}

function typeOf(data: unknown): string {
  return data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;
}
