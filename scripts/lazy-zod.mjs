/* global require */
// Stands in for zod in the bundles: it is loaded when a schema is made, which nearly all frontmatter does without.
const later =
  (name) =>
  (...given) =>
    require('zod')[name](...given);

const ENUM = later('enum');

export const _default = later('_default');
export const array = later('array');
export const boolean = later('boolean');
export const discriminatedUnion = later('discriminatedUnion');
export { ENUM as enum };
export const globalRegistry = { add: (...given) => require('zod').globalRegistry.add(...given) };
export const int = later('int');
export const literal = later('literal');
export const looseObject = later('looseObject');
export const maxLength = later('maxLength');
export const minLength = later('minLength');
export const nonnegative = later('nonnegative');
export const nullable = later('nullable');
export const nullish = later('nullish');
export const number = later('number');
export const object = later('object');
export const optional = later('optional');
export const partialRecord = later('partialRecord');
export const positive = later('positive');
export const record = later('record');
export const refine = later('refine');
export const regex = later('regex');
export const strictObject = later('strictObject');
export const string = later('string');
export const toJSONSchema = later('toJSONSchema');
export const union = later('union');
export const unknown = later('unknown');
export const url = later('url');
