import * as z from 'zod/mini';
import { SCHEMA_SOURCES } from '../context/schemas/sources.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { PUBLISHED_SCHEMAS } from './catalogue.js';
import { reportSchemaDocument, type SchemaDocument, schemaDocument } from './document.js';
import type { JsonSchemaObject } from './report-schema.js';

/** The schemas that the package ships, by name; that of the report is of the given definition. */
export function composeSchemas(definition: string): Record<string, SchemaDocument> {
  const parsed = parseDefinition(definition);
  const format = parsed.kind === 'definition' ? parsed.definition.outputFormat : undefined;
  if (format?.kind !== 'contract') throw new Error('the definition has no contract');
  const fromZod = Object.entries(PUBLISHED_SCHEMAS).map(([name, { title, source }]) => [
    name,
    schemaDocument(name, title, z.toJSONSchema(source, { io: 'input' }) as JsonSchemaObject),
  ]);
  return { ...Object.fromEntries(fromZod), report: reportSchemaDocument(format.contract) };
}

/** The schemas that the hooks read, by name. */
export function composeHookSchemas(): Record<string, JsonSchemaObject> {
  const schemas = Object.entries(SCHEMA_SOURCES).map(([name, schema]) => [name, z.toJSONSchema(schema)]);
  return Object.fromEntries(schemas);
}
