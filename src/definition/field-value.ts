import { COLORS, type FrontmatterField, readMaxTurns, schemaOf } from './frontmatter-schema.js';

/** Whether the client takes a value of a frontmatter field: what its schema says, which most values can do without. */
export function takesValue(field: FrontmatterField, value: unknown): boolean {
  return USUAL[field]?.(value) === true || schemaOf(field).safeParse(value).success;
}

/**
 * What nearly every file has, told in a thousandth of the time that it takes to load zod and to make a schema. None of them takes
 * what its schema refuses; what it does not know it leaves to the schema.
 */
export const USUAL: Partial<Record<FrontmatterField, (value: unknown) => boolean>> = {
  name: (value) => isText(value) && /^[A-Za-z][\w-]{0,99}$/.test(value),
  description: (value) => isText(value) && value !== '',
  tools: isNames,
  disallowedTools: isNames,
  model: isText,
  color: (value) => isText(value) && (COLORS as readonly string[]).includes(value),
  maxTurns: (value) => typeof value === 'number' && readMaxTurns(value) !== undefined,
  skills: isNames,
  hooks: (value) => typeof value === 'object' && value?.constructor === Object,
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNames(value: unknown): boolean {
  return isText(value) || (Array.isArray(value) && value.every(isText));
}
