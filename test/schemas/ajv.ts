import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { inject } from 'vitest';

/** A published schema as an independent validator reads it. */
export async function compileSchema(name: string): Promise<ValidateFunction> {
  const file = path.join(inject('packed'), 'node_modules/backend-system-architect/schemas', `${name}.schema.json`);
  return compile(JSON.parse(await readFile(file, 'utf8')));
}

export function compile(schema: object): ValidateFunction {
  // What every object inherits, such as `__proto__`, is no key of a report.
  const ajv = new Ajv2020({ ownProperties: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
