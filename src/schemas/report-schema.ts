import type { ReportContract, Shape } from '../definition/report-contract.js';
import { TEXT_PATTERNS, type TextPattern } from '../definition/text-pattern.js';

/** A JSON Schema of the draft 2020-12, as data. */
export type JsonSchemaObject = Record<string, unknown>;

/** The contract of a report as a JSON Schema: it accepts what `checkReport` finds no violation in, and nothing else. */
export function reportSchema({ shape }: ReportContract): JsonSchemaObject {
  return toSchema(shape, false);
}

/** Below the report itself null stands for "does not apply". */
function toSchema(shape: Shape, nullable: boolean): JsonSchemaObject {
  const typed = (type: string) => ({ type: nullable ? [type, 'null'] : type });
  switch (shape.kind) {
    case 'any':
      return nullable ? {} : { not: { type: 'null' } };
    case 'string': {
      const { pattern, example } = shape;
      const kept = pattern ? describePattern(TEXT_PATTERNS[pattern]) : {};
      return { ...typed('string'), ...kept, examples: [example] };
    }
    case 'number':
    case 'boolean':
      return { ...typed(shape.kind), examples: [shape.example] };
    case 'array':
      return { ...typed('array'), items: toSchema(shape.item, shape.nullItems || shape.item.kind === 'any') };
    case 'object': {
      const { keys } = shape;
      return {
        ...typed('object'),
        properties: Object.fromEntries(keys.map(({ key, shape: below }) => [key, toSchema(below, true)])),
        required: keys.filter(({ required }) => required).map(({ key }) => key),
      };
    }
    case 'either':
      return {
        anyOf: [...shape.shapes.map((option) => toSchema(option, false)), ...(nullable ? [{ type: 'null' }] : [])],
      };
  }
}

function describePattern({ form, description }: TextPattern): JsonSchemaObject {
  return { pattern: form, description: `Expected: ${description}.` };
}
