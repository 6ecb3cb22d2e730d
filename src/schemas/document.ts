import type { ReportContract } from '../definition/report-contract.js';
import { type JsonSchemaObject, reportSchema } from './report-schema.js';

/** A JSON Schema as it is published. */
export interface SchemaDocument extends JsonSchemaObject {
  $schema: string;
  $id: string;
  title: string;
}

/** @param body keywords of the schema, without those that name it */
export function schemaDocument(name: string, title: string, body: JsonSchemaObject): SchemaDocument {
  const { $schema: _, ...keywords } = body;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // A name, and no address: nobody is to fetch it.
    $id: `urn:backend-system-architect:schema:${name}`,
    title,
    ...keywords,
  };
}

/** The schema of the reports that a definition asks for. */
export function reportSchemaDocument(contract: ReportContract): SchemaDocument {
  return schemaDocument('report', "The report that the agent's Output Format asks for", reportSchema(contract));
}
